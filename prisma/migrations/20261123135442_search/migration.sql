-- Search: English by PostgreSQL's stemmer, Chinese by characters and pairs of characters, so that a word of
-- one or two characters inside a sentence is found. The pairs are made here and not by the text parser: the
-- same in every locale.

CREATE FUNCTION han_grams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}') FROM (
    SELECT unnest(ARRAY[substr(run, i, 1), substr(run, i, 2)]) AS gram
    FROM (SELECT (regexp_matches(t,
           '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]+', 'g'))[1] AS run) AS runs,
         generate_series(1, length(run)) AS i
  ) AS grams WHERE gram <> ''
$$;

CREATE FUNCTION search_vector(t text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.english',
           regexp_replace(t, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]+', ' ', 'g'))
         || array_to_tsvector(han_grams(t))
$$;

-- All words must occur; the last letters of a Latin word may be missing; a Chinese word is the AND of its
-- pairs (of its one character when it has one). NULL, which matches nothing, when no word is left.
CREATE FUNCTION search_query(q text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
  SET client_min_messages = warning AS $$
DECLARE
  result tsquery := NULL;
  part tsquery;
  word text;
  run text;
BEGIN
  FOR word IN SELECT (regexp_matches(lower(q), '[a-z0-9\u00c0-\u024f]+', 'g'))[1] LOOP
    part := to_tsquery('pg_catalog.english', word || ':*');
    IF numnode(part) > 0 THEN result := coalesce(result && part, part); END IF;
  END LOOP;
  FOR run IN
    SELECT (regexp_matches(q, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff]+', 'g'))[1]
  LOOP
    FOR i IN 1 .. greatest(length(run) - 1, 1) LOOP
      part := quote_literal(substr(run, i, 2))::tsquery;
      result := coalesce(result && part, part);
    END LOOP;
  END LOOP;
  RETURN result;
END $$;

-- array_to_string is only STABLE, for the sake of element types that print by locale; text does not.
CREATE FUNCTION text_list(parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT array_to_string(parts, ' ') $$;
