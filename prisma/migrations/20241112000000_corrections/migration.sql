-- What of an item a person corrected: its source changes that no more.
ALTER TABLE "news_item" ADD COLUMN "corrected" TEXT[] NOT NULL DEFAULT '{}';
