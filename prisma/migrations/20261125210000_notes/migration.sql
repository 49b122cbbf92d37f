-- Notes on items, companies, deals and theses. What a note said before stays in note_revision; a deleted note keeps its row.

CREATE TABLE note (
    workspace_id UUID NOT NULL,
    id UUID NOT NULL,
    news_item_id UUID,
    company_id UUID,
    deal_id UUID,
    thesis_id UUID,
    text TEXT NOT NULL,
    author_id UUID,
    author_actor TEXT NOT NULL,
    author_name TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TIMESTAMPTZ(3) NOT NULL,
    updated_at TIMESTAMPTZ(3) NOT NULL,
    deleted_at TIMESTAMPTZ(3),
    search TSVECTOR GENERATED ALWAYS AS (search_vector(text)) STORED,

    CONSTRAINT note_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT note_about_one CHECK (num_nonnulls(news_item_id, company_id, deal_id, thesis_id) = 1),
    FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, news_item_id) REFERENCES news_item (workspace_id, id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, company_id) REFERENCES company (workspace_id, id),
    FOREIGN KEY (workspace_id, deal_id) REFERENCES deal (workspace_id, id),
    FOREIGN KEY (workspace_id, thesis_id) REFERENCES thesis (workspace_id, id),
    FOREIGN KEY (author_id) REFERENCES app_user (id) ON DELETE SET NULL
);
CREATE INDEX note_news ON note (workspace_id, news_item_id, created_at) WHERE news_item_id IS NOT NULL;
CREATE INDEX note_company ON note (workspace_id, company_id, created_at) WHERE company_id IS NOT NULL;
CREATE INDEX note_deal ON note (workspace_id, deal_id, created_at) WHERE deal_id IS NOT NULL;
CREATE INDEX note_thesis ON note (workspace_id, thesis_id, created_at) WHERE thesis_id IS NOT NULL;
CREATE INDEX note_search ON note USING gin (search);

CREATE TABLE note_revision (
    workspace_id UUID NOT NULL,
    id UUID NOT NULL,
    note_id UUID NOT NULL,
    text TEXT NOT NULL,
    replaced_by TEXT NOT NULL,
    replaced_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT note_revision_pkey PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id) REFERENCES workspace (id) ON DELETE CASCADE,
    FOREIGN KEY (workspace_id, note_id) REFERENCES note (workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX note_revision_note ON note_revision (workspace_id, note_id, replaced_at);

-- A note on a deal is seen by whoever sees the deal; what a note said, by whoever sees the note.
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON note USING (workspace_id = (SELECT current_workspace())
  AND (deal_id IS NULL OR EXISTS (SELECT 1 FROM deal AS d WHERE d.workspace_id = note.workspace_id AND d.id = note.deal_id)));
CREATE POLICY blind_reading ON note AS RESTRICTIVE
  USING (news_item_id IS NULL OR news_item_id <> ALL ((SELECT blind_items())::uuid[]));
ALTER TABLE note_revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON note_revision USING (workspace_id = (SELECT current_workspace())
  AND EXISTS (SELECT 1 FROM note AS n WHERE n.workspace_id = note_revision.workspace_id AND n.id = note_revision.note_id));
GRANT SELECT, INSERT, UPDATE ON note TO throughline_app;
GRANT SELECT, INSERT ON note_revision TO throughline_app;
-- What a note says must not show in the activity list to whoever does not see the note.
CREATE POLICY note_seen ON audit_entry AS RESTRICTIVE FOR SELECT USING (entity <> 'note'
  OR EXISTS (SELECT 1 FROM note AS n WHERE n.workspace_id = audit_entry.workspace_id AND n.id = audit_entry.entity_id));
