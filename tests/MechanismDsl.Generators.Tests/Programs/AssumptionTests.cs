using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>An assumption becomes a type of its own and stands in the explanation with its reason; it is never the guarantee.</summary>
public class AssumptionTests
{
    [Fact]
    public void An_assumed_guarantee_is_no_guarantee()
    {
        var (_, assembly) = Driver.Load(""""
            namespace Shop;

            [Mechanism, SingleItem, PayAsBid, Assumed(BayesianIncentiveCompatible, "the bidders'\r\n\u2028 software \"shades\" nothing \"\"\" ")]
            public partial class Sale;
            """");
        var type = assembly.GetType("Shop.Sale")!;
        Assert.Contains(typeof(IAssumed<IBayesianIncentiveCompatible>), type.GetInterfaces());
        Assert.DoesNotContain(typeof(IBayesianIncentiveCompatible), type.GetInterfaces());
        var info = (MechanismInfo)type.GetProperty("Info")!.GetValue(null)!;
        Assert.Equal(new GuaranteeAssumption(MechanismDsl.Guarantee.BayesianIncentiveCompatible, "the bidders' software \"shades\" nothing \"\"\""), Assert.Single(info.Assumptions));
        Assert.False(info.Holds(MechanismDsl.Guarantee.BayesianIncentiveCompatible));
        Assert.Contains("- Assumed by its author, not proved:\n  - Bayesian incentive compatible: the bidders' software", info.Explanation.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((1, 4), Runner.Sale(type, MoneyKind.Double, [2, 4, 3]));
    }

    [Fact]
    public void What_holds_by_theorem_stays_a_guarantee()
    {
        var (_, assembly) = Driver.Load("[Mechanism, SingleItem, Efficient, Assumed(NoSubsidy, \"on paper\")] public partial class Sale;");
        var faces = assembly.GetType("Sale")!.GetInterfaces();
        Assert.Contains(typeof(INoSubsidy), faces);
        Assert.DoesNotContain(typeof(IAssumed<INoSubsidy>), faces);
    }
}
