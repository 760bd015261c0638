-- Tables of the accounts library, in a schema of their own that the application's role cannot open.
create schema auth;
create table auth."user" ("id" text not null constraint user_pk primary key, "name" text not null, "email" text not null constraint user_email_unique unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null, "username" text constraint user_username_unique unique, "displayUsername" text, "twoFactorEnabled" boolean);
create table auth.session ("id" text not null constraint session_pk primary key, "expiresAt" timestamptz not null, "token" text not null constraint session_token_unique unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null constraint session_user_fk references auth."user" ("id") on delete cascade);
create table auth.account ("id" text not null constraint account_pk primary key, "accountId" text not null, "providerId" text not null, "userId" text not null constraint account_user_fk references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table auth.verification ("id" text not null constraint verification_pk primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table auth."twoFactor" ("id" text not null constraint two_factor_pk primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null constraint two_factor_user_fk references auth."user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create table auth."rateLimit" ("id" text not null constraint rate_limit_pk primary key, "key" text not null constraint rate_limit_key_unique unique, "count" integer not null, "lastRequest" bigint not null);
create index session_user_id on auth.session ("userId");
create index account_user_id on auth.account ("userId");
create index verification_identifier on auth.verification ("identifier");
create index two_factor_secret on auth."twoFactor" ("secret");
create index two_factor_user on auth."twoFactor" ("userId");
grant usage on schema auth to kheo_auth;
grant select, insert, update, delete on all tables in schema auth to kheo_auth;
