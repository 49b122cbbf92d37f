-- What a source wrote of a date: a day alone stays a day, and a zone that was not written is said to be assumed.
ALTER TABLE news_item ADD COLUMN published_day DATE, ADD COLUMN assumed_zone TEXT;
