-- Sessions that were signed out of. A session is a signed token that its browser keeps; this is what ends it before its time.

CREATE TABLE ended_session (
    id UUID NOT NULL,
    ended_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT ended_session_pkey PRIMARY KEY (id)
);
CREATE INDEX ended_session_ended_at ON ended_session (ended_at);
GRANT SELECT, INSERT, DELETE ON ended_session TO throughline_app;
