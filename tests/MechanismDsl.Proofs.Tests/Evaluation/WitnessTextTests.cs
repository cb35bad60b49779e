using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>The words for every law, both sides and every form of allocation.</summary>
public class WitnessTextTests
{
    private static readonly Rule _rule = CorpusAllocations.Argmax();

    private static readonly Witness _witness = new()
    {
        Agents = 3,
        Agent = 1,
        Inputs = [[Scalar.Of(4.0), Scalar.Of(5.0), Scalar.Of(2.0)]],
        Other = Scalar.Of(60.0),
        Quantity = 1,
        Violation = 1,
    };

    private static string Text(Property property, AllocationForm form, Witness witness, Side side = Side.Buyer, double supply = 1, double outside = 0, params string[] names) =>
        WitnessText.Of(new Question(property, Systems.OfAllocation(_rule, form, 3) with { Side = side, Supply = supply, OutsideOption = outside }), witness, names);

    [Fact]
    public void Monotonicity()
    {
        Assert.Equal("bidder 1 wins with report 5 in (4, [5], 2) but loses with report 60", Text(Property.MonotoneAllocation, AllocationForm.Winner, _witness));
        Assert.Equal("supplier 1 wins with cost 5 in (4, [5], 2) but loses with cost 60", Text(Property.MonotoneAllocation, AllocationForm.Winner, _witness, Side.Supplier));
        Assert.Equal("bidder 1 is served with report 5 in (4, [5], 2) but is not served with report 60", Text(Property.MonotoneAllocation, AllocationForm.Served, _witness));
        Assert.Equal("South wins with report 5 in (4, [5], 2) but loses with report 60", Text(Property.MonotoneAllocation, AllocationForm.Winner, _witness, names: ["North", "South", "West"]));
        Assert.Equal(
            "bidder 1 gets 2 units with report 5 in (4, [5], 2) but only 1 with report 60",
            Text(Property.MonotoneAllocation, AllocationForm.Units, _witness with { Quantity = 2, OtherQuantity = 1 }, supply: 3));
        Assert.Equal(
            "bidder 1 wins with probability 0.5 at report 5 in (4, [5], 2) but only with probability 0.25 at report 60",
            Text(Property.MonotoneAllocation, AllocationForm.Probability, _witness with { Quantity = 0.5, OtherQuantity = 0.25 }));
        // As many digits as tell the numbers apart.
        Assert.Equal(
            "bidder 1 gets 0.33333333 at report 5 in (4, [5], 2) but only 0.33333332 at report 60",
            Text(Property.MonotoneAllocation, AllocationForm.Probability, _witness with { Quantity = 0.33333333, OtherQuantity = 0.33333332 }, supply: 2));
    }

    [Fact]
    public void Payments()
    {
        var pays = _witness with { Payment = 12, OtherPayment = 2, Violation = 7 };
        Assert.Equal("bidder 1 with value 5 in (4, [5], 2) pays 12 for an allocation worth 5", Text(Property.IndividuallyRational, AllocationForm.Winner, pays));
        Assert.Equal(
            "bidder 1 with value 5 in (4, [5], 2) pays 12 for an allocation worth 5 and could have 3 elsewhere",
            Text(Property.IndividuallyRational, AllocationForm.Winner, pays, outside: 3));
        Assert.Equal(
            "supplier 1 with cost 5 in (4, [5], 2) receives 3 for a service that costs 5",
            Text(Property.IndividuallyRational, AllocationForm.Winner, pays with { Payment = -3 }, Side.Supplier));
        Assert.Equal(
            "bidder 1 with value 5 in (4, [5], 2) gains 5 by reporting 60 (utility -2 instead of -7)",
            Text(Property.Truthful, AllocationForm.Winner, pays with { Violation = 5 }));
        Assert.Equal("bidder 1 is paid 3.33333 at (4, [5], 2)", Text(Property.NoSubsidy, AllocationForm.Winner, pays with { Payment = -10.0 / 3 }));
        Assert.Equal("the payments at (4, [5], 2) fall short of the cost by 7", Text(Property.NoDeficit, AllocationForm.Winner, pays));
        Assert.Equal("the payments at (4, [5], 2) differ from the cost by 7", Text(Property.BudgetBalanced, AllocationForm.Winner, pays));
        Assert.Equal(
            "bidder 1 gets the same with report 5 in (4, [5], 2) and with report 60 but pays 12 and 2",
            Text(Property.PaymentIdentity, AllocationForm.Winner, pays with { OtherQuantity = 1 }));
        Assert.Equal(
            "bidder 1 pays 0 with report 5 in (4, [5], 2) and 2 with report 60, a difference that threshold payments keep between 5 and 60",
            Text(Property.PaymentIdentity, AllocationForm.Winner, pays with { Payment = 0, Quantity = 0, OtherQuantity = 1 }));
    }

    [Fact]
    public void LawsAboutOneProfile()
    {
        Assert.Equal("more is given away than there is at (4, [5], 2), by 1", Text(Property.Feasible, AllocationForm.Served, _witness));
        Assert.Equal("a quantity is negative at (4, [5], 2), by 1", Text(Property.Feasible, AllocationForm.Units, _witness with { Quantity = -1 }));
        Assert.Equal("the allocation at (4, [5], 2) gives up a welfare of 1", Text(Property.Efficient, AllocationForm.Winner, _witness));
        Assert.Equal("the rule throws DivideByZeroException at (4, [5], 2)", Text(Property.Total, AllocationForm.Winner, _witness with { Failure = "DivideByZeroException" }));
    }

    [Fact]
    public void Scores()
    {
        var builder = new RuleBuilder("Score");
        Ex report = builder.Report();
        Ex boost = builder.Public("boost");
        var system = Systems.OfScore(builder.Build(report * boost), (0, 100), (1, 2));
        var witness = new Witness { Agents = 1, Agent = 0, Inputs = [[Scalar.Of(20.0)], [Scalar.Of(2.0)]], Other = Scalar.Of(30.0), Quantity = 40, OtherQuantity = 30, Violation = 10 };
        Assert.Equal("the score falls from 40 at report 20 to 30 at report 30 (fact1 = 2)", WitnessText.Of(new Question(Property.MonotoneScore, system), witness));
        Assert.Equal("the score falls from 40 at cost 20 to 30 at cost 30 (fact1 = 2)", WitnessText.Of(new Question(Property.MonotoneScore, system with { Side = Side.Supplier }), witness));
        Assert.Equal(
            "the score changes from 40 at fact1 2 to 30 at fact1 30 (report = 20)", WitnessText.Of(new Question(Property.UnaffectedByInput, system, Focus: 1), witness));
    }
}
