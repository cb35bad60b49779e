using System.Reflection;
using System.Runtime.CompilerServices;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>Every member that the generator emits has a name that the language keeps for it, so that a user's member of that name is a diagnostic and not CS0102.</summary>
public class MemberNamesTests
{
    private static readonly string[] Goals = ["Efficient", "RevenueOptimal", "PayAsBid", "AllPay", "PostedPrice(2)", "Efficient, EntryFee(1)", "Efficient, Reserve(1)", "Efficient, Reserve", "Efficient, Mechanism(Ties = TieRule.Shared)"];
    private static readonly string[] Buyers =
    [
        "Prior<Uniform>(0, 12)", "Prior<Uniform>(0, 12), Agents(3)", "HistogramPrior([0, 3, 8], [.75, .25])",
        "Agent<Uniform>(\"North\", 0, 12), Agent<Uniform>(\"South\", 0, 18)",
    ];

    private static readonly string[] Suppliers =
    [
        "Procurement, BuyerValue(9), Suppliers<Uniform>(0, 12)",
        "Procurement, BuyerValue(9), Supplier<Uniform>(\"North\", 0, 12), Supplier<Uniform>(\"South\", 0, 18)",
    ];

    private static readonly string[] Monies = ["Money<double>", "Money<decimal>"];

    [Fact]
    public void Names_of_generated_members_are_reserved()
    {
        var attributes = Goals.SelectMany(goal => Buyers.Concat(Suppliers).SelectMany(agents => Monies.Select(money => $"{goal}, {agents}, {money}"))).ToList();
        var types = attributes.Select((list, index) => list.Contains("Mechanism(")
            ? $"[SingleItem, {list}] public partial class M{index};"
            : $"[Mechanism, SingleItem, {list}] public partial class M{index};");
        var indirect = "[Mechanism, SingleItem, PayAsBid, Agents(2), Prior<Uniform>(0, 1), Message(0, 1)] public partial class Indirect { [Strategy] static double Bid(double value) => value / 2; }";
        var compilation = Compiled.Compilation("namespace A;\n" + string.Join('\n', types.Append(indirect)));
        var driver = Driver.Create().RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        Assert.Equal(attributes.Count + 1, driver.GetRunResult().GeneratedTrees.Length);
        var names = Compiled.Load(updated).GetTypes()
            .Where(type => type.Namespace == "A" && !type.IsNested)
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && member is not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name)
            .Distinct()
            .Where(name => name is not ("Bid" or ".cctor"))
            .ToList();
        Assert.All(names, name => Assert.True(GeneratedMembers.MayCollide(name), name));
        Assert.Superset(
            new HashSet<string> { "Run", "RunBatch", "RunColumns", "Info", "Explanation", "Result", "Direct", "EntryFee", "Price", "EquilibriumBid", "ExpectedRevenue", "ExpectedOutlay", "Reserve", "Ceiling", "NorthReserve", "NorthCeiling" },
            names.ToHashSet());
    }
}
