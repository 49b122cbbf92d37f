-- A rule is stored as the filter it asks, beside the text that was typed. Filters of the rules that are here already are read
-- from their texts by npm start and npm run migrate.

ALTER TABLE tag_rule ADD COLUMN filter jsonb;
GRANT UPDATE (filter) ON tag_rule TO throughline_app;
