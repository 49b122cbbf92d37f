-- Who published an item that came without a feed, as an import names it.
ALTER TABLE "news_item" ADD COLUMN "source_name" TEXT;
