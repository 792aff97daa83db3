-- What is shared with authenticator apps is kept sealed from now on, which is longer: "1." and AES-256-GCM in base64url. The key lies in a
-- file. Secrets that were kept open are sealed at the next start, for no script has the key.

alter table account alter column totp set data type varchar(200);
alter table account alter column totp_offered set data type varchar(200);
