using System.Reflection;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Pipeline;

/// <summary>A declaration with an error offers every member that it would offer without, so that its callers see one error, not twenty.</summary>
public class SkeletonTests
{
    [Theory]
    [InlineData("SingleItem, Efficient")]
    [InlineData("SingleItem, Efficient, Reserve")]
    [InlineData("SingleItem, AllPay")]
    [InlineData("SingleItem, Efficient, EntryFee(1), Agent(\"North\"), Agent(\"South\")")]
    [InlineData("DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2)")]
    [InlineData("Divisible(10), Efficient")]
    [InlineData("SingleItem, RevenueOptimal, Agent<Uniform>(\"North\", 0, 1), Agent<Uniform>(\"South\", 0, 2)")]
    [InlineData("SingleItem, Procurement, RevenueOptimal, BuyerValue(3), Suppliers<Uniform>(0, 1), Agents(3)")]
    [InlineData("IdenticalItems(2), Efficient")]
    [InlineData("IdenticalItems(2), Decreasing(2), Efficient")]
    [InlineData("Positions(3, 2, 1), Efficient")]
    [InlineData("Knapsack(10), Efficient")]
    [InlineData("Services, Efficient, Agent(\"North\"), Agent(\"South\"), AtMost(1, \"North\")")]
    [InlineData("PublicProject(3), Efficient, Agents(2)")]
    [InlineData("Outcomes<Home>, Efficient, Agent(\"Alexa\"), Agent(\"Siri\")")]
    [InlineData("BilateralTrade, SecondBest, Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)")]
    [InlineData("DoubleAuction, TradeReduction")]
    [InlineData("DoubleAuction, Efficient, Seller(\"Ann\"), Buyer(\"Bob\")")]
    [InlineData("Assignment, Efficient")]
    [InlineData("Assignment<Home>, Efficient, Agent(\"Alexa\"), Agent(\"Siri\")")]
    [InlineData("Packages(3), Efficient")]
    [InlineData("Packages<Home>, Efficient, Agent(\"Alexa\"), Agent(\"Siri\")")]
    [InlineData("Partnership(0.5, 0.5), Efficient, Agent<Uniform>(\"Ann\", 0, 1), Agent<Uniform>(\"Bob\", 0, 1)")]
    [InlineData("SingleItem, Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2], [1, 1]), Guarantees(Guarantee.DominantStrategyIncentiveCompatible, Guarantee.ExPostIndividuallyRational)")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1]), Guarantees(Guarantee.DominantStrategyIncentiveCompatible, Guarantee.ExPostIndividuallyRational)")]
    public void OffersWhatTheMechanismWould(string attributes)
    {
        var right = Members(attributes, isRight: true);
        var wrong = Members(attributes + ", Money<float>", isRight: false);
        Assert.NotEmpty(right);
        Assert.Empty(right.Except(wrong));
    }

    [Theory]
    [InlineData("Outcomes<Home>, Efficient, CremerMcLean, Agent(\"Alexa\"), Agent(\"Siri\"), Types(1, 2), JointPrior(2, 1, 1, 2)")]
    [InlineData("PublicProject(1), Efficient, CremerMcLean, Agent(\"Alexa\"), Agent(\"Siri\"), Types(1, 2), JointPrior(2, 1, 1, 2)")]
    [InlineData("IdenticalItems(2), CremerMcLean, Agent(\"Alexa\"), Agent(\"Siri\"), Types(1, 2), JointPrior(2, 1, 1, 2)")]
    public void HasTheMembersOfOneFamily(string attributes) => Assert.NotEmpty(Members(attributes, isRight: false));

    private static SortedSet<string> Members(string attributes, bool isRight)
    {
        var (_, assembly) = Driver.Load($$"""
            namespace Shop;

            internal enum Home { SwimmingPool, DanceStudio }

            [Mechanism, {{attributes}}]
            internal partial class Rule;
            """);
        var type = assembly.GetType("Shop.Rule")!;
        var explanation = (string)type.GetField("Explanation")!.GetRawConstantValue()!;
        Assert.True(isRight != explanation.Contains(" has errors: ", StringComparison.Ordinal), explanation);
        return
        [
            .. type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => $"{method}"),
            .. type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(field => $"{field}"),
            .. type.GetNestedTypes().SelectMany(nested => nested.GetProperties().Select(property => $"{nested.Name}: {property}").Append(nested.Name)),
        ];
    }
}
