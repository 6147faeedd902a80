//! `gongkai hosting`: a snippet for a web server: headers, pages for missing addresses in each language, caching, compression.

use crate::cli::{HostingArgs, Server};

pub(super) fn run(args: &HostingArgs) -> Result<(), u8> {
    print!(
        "{}",
        match args.server {
            Server::Nginx => NGINX,
            Server::Apache => APACHE,
            Server::Caddy => CADDY,
        }
    );
    Ok(())
}

const NGINX: &str = r#"# gongkai: nginx. 把 root 改成 public 文件夹所在位置。Set root to where the folder `public` is.
# 站点在子路径下时，请在 notice.yaml 的 base_url 写明。Under a sub-path, say so in base_url of notice.yaml.
server {
    listen 80;
    root /srv/notice/public;
    index index.html;
    charset utf-8;
    charset_types text/html text/css text/csv text/plain text/xml application/javascript application/json application/xml image/svg+xml;
    absolute_redirect off;
    server_tokens off;

    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy no-referrer always;
    add_header X-Frame-Options DENY always;
    add_header Content-Security-Policy "frame-ancestors 'none'" always;

    gzip on;
    gzip_min_length 1024;
    gzip_types text/css text/csv text/plain text/xml application/javascript application/json application/xml image/svg+xml;

    error_page 404 /404.html;

    # 文件名随内容变化，可永久缓存。Names change with content: cache for ever.
    location ~ (^|/)assets/ {
        add_header Cache-Control "public, max-age=31536000, immutable" always;
        add_header X-Content-Type-Options nosniff always;
    }

    location ~ ^/en/ {
        error_page 404 /en/404.html;
    }

    # 以点开头的文件不对外。Dotfiles are nobody's business.
    location ~ /\.(?!well-known) {
        return 404;
    }
}
"#;

const APACHE: &str = r#"# gongkai: Apache httpd 2.4. 把路径改成 public 文件夹所在位置。Set the path to where the folder `public` is.
# 需要模块 Modules: headers, deflate, mime, dir.
DocumentRoot /srv/notice/public
<Directory /srv/notice/public>
    Require all granted
    Options -Indexes -MultiViews +FollowSymLinks
    AllowOverride None
    DirectoryIndex index.html
    ErrorDocument 404 /404.html
    AddDefaultCharset utf-8
    AddCharset utf-8 .html .css .js .json .csv .xml .txt .svg
    Header always set X-Content-Type-Options nosniff
    Header always set Referrer-Policy no-referrer
    Header always set X-Frame-Options DENY
    Header always set Content-Security-Policy "frame-ancestors 'none'"
    AddOutputFilterByType DEFLATE text/html text/css text/csv text/plain text/xml application/javascript text/javascript application/json application/xml image/svg+xml
</Directory>
<Directory /srv/notice/public/en>
    ErrorDocument 404 /en/404.html
</Directory>
<Directory /srv/notice/public/assets>
    # 文件名随内容变化，可永久缓存。Names change with content: cache for ever.
    Header set Cache-Control "public, max-age=31536000, immutable"
</Directory>
# 以点开头的文件不对外。Dotfiles are nobody's business.
<LocationMatch "/\.(?!well-known)">
    Require all denied
</LocationMatch>
"#;

const CADDY: &str = r#"# gongkai: Caddy 2. 把 :80 改成域名，把路径改成 public 文件夹所在位置。Set the host name, and the path to the folder `public`.
:80 {
	root * /srv/notice/public
	encode gzip
	header {
		X-Content-Type-Options nosniff
		Referrer-Policy no-referrer
		X-Frame-Options DENY
		Content-Security-Policy "frame-ancestors 'none'"
		-Server
	}
	@assets path */assets/*
	header @assets Cache-Control "public, max-age=31536000, immutable"
	@hidden {
		path */.*
		not path */.well-known/*
	}
	respond @hidden 404
	file_server
	handle_errors {
		@english path /en/*
		rewrite @english /en/404.html
		@other not path /en/*
		rewrite @other /404.html
		file_server
	}
}
"#;
