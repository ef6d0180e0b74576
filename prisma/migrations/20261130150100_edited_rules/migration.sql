-- AlterTable
ALTER TABLE "check_line" ADD COLUMN     "rule_by_id" UUID,
ADD COLUMN     "rule_confirmed_by_id" UUID;

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_rule_by_id_fkey" FOREIGN KEY ("programme_id", "rule_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_programme_id_rule_confirmed_by_id_fkey" FOREIGN KEY ("programme_id", "rule_confirmed_by_id") REFERENCES "person"("programme_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- What the schema language cannot say.
ALTER TABLE "check_line" ADD CONSTRAINT "check_line_rule_two_people" CHECK ("rule_by_id" <> "rule_confirmed_by_id");
