using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>The user's own rules: what they decide, and the C# of it.</summary>
/// <param name="Spec">What a problem knows of them.</param>
/// <param name="Rules">What code that calls them needs to know.</param>
internal sealed record OwnRulesReading(OwnRules Spec, UserRules Rules);

/// <summary>Reads the rules of the user's own (MECH1010, MECH1012) and whether they speak of the same reports.</summary>
internal static class OwnRulesReader
{
    /// <summary>The rules; null if there is none, or if findings say why they cannot be used.</summary>
    public static OwnRulesReading? Read(Draft draft)
    {
        if (Environments.ChoiceReader.Applies(draft))
        {
            return null;
        }

        var reports = draft.Declaration.Rules.Where(rule => rule.Ordinal == 0 && rule.Attribute is not ("Cost" or "Boost" or "Groves" or "Feasible" or "Decision" or "Goal" or "OutsideOption")).ToDictionary(rule => rule.Attribute, rule => SignatureCheck.ReportOf(draft, rule));
        if (draft.Rule("Value") is not null || reports.Values.Any(report => report is null))
        {
            return null;
        }

        var (score, allocation, payment) = (draft.Rule("Score"), draft.Rule("Allocation"), draft.Rule("Payment"));
        if ((score ?? allocation ?? payment) is not { } describing)
        {
            return null;
        }

        var report = reports[describing.Attribute]!;
        var fields = ReportReader.Read(draft, describing);
        if (fields.Count == 0 || (payment is not null && payment != describing && !Agrees(draft, payment, reports["Payment"]!, describing, report)))
        {
            return null;
        }

        CheckMoney(draft, payment, fields.First(number => number.Role == FieldRole.Report).Kind);
        CheckSide(draft, describing, report, fields);
        var form = allocation is not null ? SignatureCheck.FormOf(allocation)!.Value
            : draft.Has("Positions") || draft.Has("Services") || draft.Has("Knapsack") || Environments.LimitsReader.Applies(draft) || draft.First("IdenticalItems")?.Number(0) is > 1 ? AllocationForm.Served
            : AllocationForm.Winner;
        if (form == AllocationForm.Probability && payment is null && allocation is not null && fields.First(number => number.Role == FieldRole.Report).Kind is NumberKind.Int32 or NumberKind.Int64)
        {
            SignatureCheck.Report(draft, allocation, "its reports are whole numbers, but what a chance costs is a fraction of them: take reports of type double or decimal");
        }

        var shape = report is RuleType.Record ? ReportShape.Record
            : describing.Attribute == "Score" && describing.Parameters.Count > 1 ? ReportShape.Parameters
            : ReportShape.Number;
        return new OwnRulesReading(
            new OwnRules(form, fields),
            new UserRules(shape) { Score = score, Allocation = allocation, Payment = payment, RecordType = (report as RuleType.Record)?.FullName });
    }

    /// <summary>Whether the payment speaks of the same reports as the rule that describes them.</summary>
    private static bool Agrees(Draft draft, RuleMethod payment, RuleType paid, RuleMethod describing, RuleType report)
    {
        var reports = payment.Parameters[0];
        var place = new Place.Rule(payment.Attribute, payment.Ordinal, reports.Name);
        if (describing is { Attribute: "Score", Parameters.Count: > 1 })
        {
            draft.Report(Findings.Rule.RuleSignature, place, payment.Name, $"the score '{describing.Name}' takes {describing.Parameters.Count} parameters; make them one record, so that the payment sees them too");
            return false;
        }

        if (!report.Equals(paid))
        {
            draft.Report(Findings.Rule.RuleSignature, place, payment.Name, $"its reports are {SignatureCheck.Words(paid)}, but those of '{describing.Name}' are {SignatureCheck.Words(report)}");
            return false;
        }

        if (paid is RuleType.Number && reports.Between is { } bounds && bounds != describing.Parameters[0].Between)
        {
            draft.Report(Findings.Rule.RuleSignature, place, payment.Name, $"it states another domain of reports than '{describing.Name}'; state it there only");
            return false;
        }

        ReportReader.Idle(draft, reports with { Between = paid is RuleType.Number ? null : reports.Between }, place, $"'{describing.Name}' describes the reports");
        ReportReader.Idle(draft, payment.Parameters[1], place with { Parameter = payment.Parameters[1].Name }, "it is no report");
        return true;
    }

    /// <summary>Reports, payments and the declared money are of one kind, so that nothing is rounded on the way.</summary>
    private static void CheckMoney(Draft draft, RuleMethod? payment, NumberKind kind)
    {
        var money = MoneyReader.KindOf(kind);
        if (payment?.Returns is RuleType.Number(var paid) && MoneyReader.KindOf(paid) != money)
        {
            SignatureCheck.Report(draft, payment, $"it returns {SignatureCheck.Keyword(paid)}, but reports are {SignatureCheck.Keyword(kind)}");
        }
    }

    private static void CheckSide(Draft draft, RuleMethod describing, RuleType report, IEnumerable<ReportField> fields)
    {
        if (draft.Has("Efficient") && report is RuleType.Record)
        {
            SignatureCheck.Report(draft, describing, "under [Efficient] a report is the value itself, a number");
        }

        if (draft.IsProcurement && draft.HasOwnAllocation && fields.First(number => number.Role == FieldRole.Report).High >= Words.Largest)
        {
            SignatureCheck.Report(draft, describing, "a supplier without rivals would be paid the highest cost of the domain, so [Between(low, high)] must state it: high is the ceiling");
        }
    }
}
