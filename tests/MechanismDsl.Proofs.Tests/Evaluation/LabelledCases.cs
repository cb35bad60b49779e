using System.Globalization;
using System.Text.Json;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Topic 13 of the golden cases: rules over whole bids with their labels, lowered from C#.</summary>
internal static class LabelledCases
{
    private static readonly JsonElement[] _cases = [.. JsonDocument.Parse(RuleSource.Embedded("cases.json")).RootElement.GetProperty("cases").EnumerateArray()
        .Where(entry => entry.GetProperty("topic").GetString()!.StartsWith("13 ", StringComparison.Ordinal))];

    private static readonly RuleSource _source = new(RuleSource.Embedded("Labelled.cs"), RuleSource.Embedded("LabelledPlain.cs"), RuleSource.Embedded("LabelledPayments.cs"));

    public static IEnumerable<string> Rules => _cases.Select(Id).Where(id => id.StartsWith("rule-", StringComparison.Ordinal));

    public static IEnumerable<string> Payments => _cases.Select(Id).Where(id => id.StartsWith("payment-", StringComparison.Ordinal));

    public static (JsonElement Expected, RuleSystem System) Of(string id)
    {
        var entry = _cases.Single(candidate => Id(candidate) == id);
        var inputs = entry.GetProperty("inputs");
        var isPayment = id.StartsWith("payment-", StringComparison.Ordinal);
        var name = ClassOf(id);
        var allocation = isPayment
            ? Lowered("LabelledPayments." + name, "Alloc") ?? Lowered("LabelledPayments.Highest", "Winner")
            : Lowered("Labelled." + name, "Winner", "Win", "Alloc") ?? Lowered("LabelledPlain." + name, "Winner", "Win", "Alloc");
        Assert.True(allocation is not null, $"{id} is not lowered");
        var agents = inputs.GetProperty("n").GetInt32();
        var grid = inputs.GetProperty(isPayment ? "grid" : "bid_grid").GetString()!.Split(' ')[0].Split("..");
        return (entry.GetProperty("expected"), new RuleSystem
        {
            Inputs = [new Input("b", ParameterRole.Reports, [new Domain.Integers(0, int.Parse(grid[1], CultureInfo.InvariantCulture), IsLong: false)])],
            Side = Side.Buyer,
            Agents = new AgentRange(agents, agents),
            Allocation = allocation,
            Form = !allocation.Result.IsArray ? AllocationForm.Winner : allocation.Result.Kind == ScalarKind.Boolean ? AllocationForm.Served : AllocationForm.Probability,
            Supply = agents,
            Payment = isPayment ? Lowered("LabelledPayments." + name, "Pay") : null,
        });
    }

    public static EquatableArray<EquatableArray<Scalar>> Bids(JsonElement bids) =>
        [bids.EnumerateArray().Select(bid => Scalar.Of(bid.GetInt32())).ToEquatableArray()];

    /// <summary>An exact rational of the table as a double.</summary>
    public static double Number(JsonElement text)
    {
        var parts = text.ToString().Split('/');
        var numerator = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? numerator : numerator / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;

    /// <summary>rule-second-highest is the class SecondHighest.</summary>
    private static string ClassOf(string id) =>
        string.Concat(id.Replace(".", "", StringComparison.Ordinal).Split('-').Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static Rule? Lowered(string type, params string[] names) =>
        _source.HasType(type) && _source.Methods(type).FirstOrDefault(method => names.Contains(method.Name)) is { } found ? _source.Lower(found) : null;
}
