using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>What one agent reports under a rule of the user's own: its numbers with their roles and domains (MECH1012, MECH0012, MECH0013, MECH0014).</summary>
internal static class ReportReader
{
    /// <summary>The name of a report that is one number of many.</summary>
    private const string Report = "report";

    /// <summary>Reads the report from the rule that describes it: the score, otherwise the allocation, otherwise the payment.</summary>
    /// <returns>The numbers of a report; empty if a finding says why there are none.</returns>
    public static EquatableArray<ReportField> Read(Draft draft, RuleMethod rule)
    {
        var place = new Place.Rule(rule.Attribute, rule.Ordinal);
        if (rule.Attribute != "Score")
        {
            var reports = rule.Parameters[0];
            foreach (var parameter in rule.Parameters.Skip(1))
            {
                Idle(draft, parameter, place with { Parameter = parameter.Name }, "it is no report");
            }

            return ((RuleType.Sequence)reports.Type).Element is RuleType.Record record
                ? ReadRecord(draft, rule, record, reports)
                : ReadNumbers(draft, rule, [reports with { Name = Report, Type = ((RuleType.Sequence)reports.Type).Element, IsReport = false }], _ => place with { Parameter = reports.Name });
        }

        if (rule.Parameters is [{ Type: RuleType.Record only }])
        {
            return ReadRecord(draft, rule, only, rule.Parameters[0]);
        }

        return AreNamed(draft, rule) ? ReadNumbers(draft, rule, rule.Parameters, name => place with { Parameter = name }) : [];
    }

    /// <summary>Whether the parameters of a score can be members of a record, which they become with a capital first letter where they are several.</summary>
    private static bool AreNamed(Draft draft, RuleMethod rule)
    {
        var place = new Place.Rule(rule.Attribute, rule.Ordinal);
        HashSet<string> members = new(StringComparer.Ordinal);
        foreach (var name in rule.Parameters.Select(parameter => parameter.Name))
        {
            var member = name.Length == 0 ? string.Empty : GeneratedMembers.FieldOf(name, draft.IsProcurement);
            var obstacle = name.Length == 0 ? "one of its parameters has no name"
                : rule.Parameters.Count > 1 && GeneratedMembers.InNoRecord.Contains(member) ? $"'{name}' would be '{member}' in the record of a report, which cannot have such a member; give it another name"
                : !members.Add(member) ? $"'{name}' would be the second '{member}' in the record of a report; give it another name"
                : null;
            if (obstacle is not null)
            {
                draft.Report(Findings.Rule.RuleSignature, name.Length == 0 ? place : place with { Parameter = name }, rule.Name, obstacle);
                return false;
            }
        }

        return true;
    }

    /// <summary>Attributes on parameters that describe no number.</summary>
    public static void Idle(Draft draft, RuleInput input, Place place, string because)
    {
        foreach (var (isPresent, name) in new[] { (input.Between is not null, "Between"), (input.IsReport, "Report"), (input.IsVerified, "Verified") })
        {
            if (isPresent)
            {
                NoEffect(draft, place, name, because);
            }
        }
    }

    private static void NoEffect(Draft draft, Place place, string attribute, string because) =>
        draft.Report(Findings.Rule.WithoutEffect, place, [attribute, because], new FixProperty(FixData.Marked, attribute));

    private static EquatableArray<ReportField> ReadRecord(Draft draft, RuleMethod rule, RuleType.Record record, RuleInput parameter)
    {
        var place = new Place.Rule(rule.Attribute, rule.Ordinal, parameter.Name);
        var name = SignatureCheck.Words(record);
        Idle(draft, parameter, place, $"the members of {name} state their domains themselves");
        if (!record.IsVisible)
        {
            draft.Report(Findings.Rule.RuleSignature, place, rule.Name, $"{name} must be as accessible as '{draft.TypeName}', whose Run takes it");
            return [];
        }

        foreach (var member in record.Members.Where(member => !SignatureCheck.IsPublic(member.Type) && (member.IsReport || member.IsVerified || member.Between is not null)))
        {
            draft.Report(Findings.Rule.RuleSignature, place with { Member = member.Name }, rule.Name, $"the member '{member.Name}' of {name} is {SignatureCheck.Words(member.Type)}, not a number");
        }

        return ReadNumbers(draft, rule, record.Members.Where(member => SignatureCheck.IsPublic(member.Type)).ToEquatableArray(), member => place with { Member = member }, name);
    }

    /// <summary>The numbers of a report; <paramref name="record"/> is the name of the record that holds them, null for parameters.</summary>
    private static EquatableArray<ReportField> ReadNumbers(Draft draft, RuleMethod rule, EquatableArray<RuleInput> inputs, Func<string, Place> at, string? record = null)
    {
        if (ReportIn(draft, rule, inputs, at, record) is not { } report)
        {
            return [];
        }

        if (report.IsVerified)
        {
            NoEffect(draft, at(report.Name), "Verified", $"'{report.Name}' is the report itself, which only the agent knows");
        }

        if (report.Type is RuleType.Enumeration or RuleType.Number(NumberKind.Boolean))
        {
            draft.Report(Findings.Rule.RuleSignature, at(report.Name), rule.Name, $"'{report.Name}' is the report, and {(report.Type is RuleType.Enumeration ? "an enum" : "a bool")} is no amount of money");
            return [];
        }

        if (record is not null && !report.IsSettable)
        {
            draft.Report(Findings.Rule.RuleSignature, at(report.Name), rule.Name, $"'{report.Name}' of {record} is the report, so that copies with another one must be possible: give it an init accessor");
        }

        return inputs.Select(input => Field(draft, rule, input, ReferenceEquals(input, report), at(input.Name))).ToEquatableArray();
    }

    private static RuleInput? ReportIn(Draft draft, RuleMethod rule, EquatableArray<RuleInput> inputs, Func<string, Place> at, string? record)
    {
        List<RuleInput> marked = [.. inputs.Where(input => input.IsReport)];
        if (marked.Count > 1)
        {
            draft.Report(Findings.Rule.RuleSignature, at(marked[1].Name), rule.Name, $"'{marked[0].Name}' and '{marked[1].Name}' are both marked [Report], but one number is the report");
            return null;
        }

        List<RuleInput> numbers = [.. inputs.Where(input => input.Type is RuleType.Number(not NumberKind.Boolean))];
        if (marked.Count == 1 || record is null || numbers.Count == 1)
        {
            return marked.Count == 1 ? marked[0] : record is null ? inputs[0] : numbers[0];
        }

        var place = new Place.Rule(rule.Attribute, rule.Ordinal, rule.Parameters[0].Name);
        if (numbers.Count == 0)
        {
            draft.Report(Findings.Rule.RuleSignature, place, rule.Name, $"{record} has no public member that is a number and can be set");
        }
        else
        {
            draft.Report(
                Findings.Rule.RuleSignature,
                place with { Member = numbers[0].Name },
                [rule.Name, $"no member of {record} is marked [Report], so that nobody knows which number is the bid"],
                new FixProperty(FixData.Signature, SignatureRepair.Report));
        }

        return null;
    }

    private static ReportField Field(Draft draft, RuleMethod rule, RuleInput input, bool isReport, Place place)
    {
        var role = isReport ? FieldRole.Report : input.IsVerified ? FieldRole.Verified : FieldRole.Controlled;
        if (input.Type is RuleType.Enumeration named)
        {
            Idle(draft, input with { IsVerified = false, IsReport = false }, place, "an enum is one of its members");
            return new ReportField(input.Name, named.IsLong ? NumberKind.Int64 : NumberKind.Int32, named.Values[0], named.Values[named.Values.Count - 1], role)
            {
                Enumeration = named.FullName,
                Values = named.Values.Select(value => (double)value).ToEquatableArray(),
            };
        }

        var kind = ((RuleType.Number)input.Type).Kind;
        if (kind == NumberKind.Boolean)
        {
            Idle(draft, input with { IsVerified = false, IsReport = false }, place, "a bool is false or true");
            return new ReportField(input.Name, kind, 0, 1, role);
        }

        var largest = kind == NumberKind.Int32 ? int.MaxValue : Normalization.Words.Largest;
        var lowest = isReport ? 0 : kind == NumberKind.Int32 ? int.MinValue : -largest;
        if (input.Between is not { } bounds)
        {
            if (!isReport)
            {
                draft.Report(
                    Findings.Rule.RuleSignature,
                    place,
                    [rule.Name, $"'{input.Name}' has no domain to prove anything on; state it with [Between(low, high)]"],
                    new FixProperty(FixData.Signature, SignatureRepair.Between));
            }

            return new ReportField(input.Name, kind, lowest, largest, role);
        }

        CheckBounds(draft, input.Name, bounds, kind, lowest, largest, place);
        // A sum with zero makes −0 a zero: the domain has one zero.
        return new ReportField(input.Name, kind, bounds.Low + 0.0, bounds.High + 0.0, role);
    }

    /// <summary>Whether the ends of a domain are in order and inside the largest one.</summary>
    public static void CheckBounds(Draft draft, string name, RuleBounds bounds, NumberKind kind, double lowest, double largest, Place place)
    {
        if (bounds.Division is { } division)
        {
            draft.Report(Findings.Rule.IntegerDivision, place, division.Source, division.Quotient, division.Repair);
        }

        var domain = kind == NumberKind.Int32
            ? $"a number from {Normalization.Words.Of(lowest)} to {Normalization.Words.Of(largest)}"
            : $"a number from {(lowest < 0 ? "-1E15" : "0")} to 1E15";
        foreach (var (end, words) in new[] { (bounds.Low, "lowest"), (bounds.High, "highest") })
        {
            if (!(end >= lowest && end <= largest))
            {
                draft.Report(Findings.Rule.NumberOutsideDomain, place, $"the {words} '{name}'", Normalization.Words.Of(end), domain);
                return;
            }
        }

        if (bounds.High < bounds.Low)
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, place, $"the highest '{name}'", Normalization.Words.Of(bounds.High), $"at least the lowest, {Normalization.Words.Of(bounds.Low)}");
        }
        else if (kind is NumberKind.Int32 or NumberKind.Int64 && Math.Ceiling(bounds.Low) > bounds.High)
        {
            draft.Report(Findings.Rule.NumberOutsideDomain, place, $"the highest '{name}'", Normalization.Words.Of(bounds.High), $"large enough for a whole number from {Normalization.Words.Of(bounds.Low)} on");
        }
    }
}
