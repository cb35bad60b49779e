using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>The search on the buying side, with decimals and whole numbers, on the default domain, with named agents and with laws about everybody.</summary>
public class SidesAndKindsTests
{
    private static readonly Property[] _laws =
        [Property.MonotoneAllocation, Property.IndividuallyRational, Property.Truthful, Property.PaymentIdentity, Property.Total, Property.Feasible, Property.Efficient];

    public static TheoryData<string> FallingScores => [.. CorpusScores.All.Where(entry => !entry.Value.IsMonotone).Select(entry => entry.Key)];

    /// <summary>The lowest report wins and is paid, or the highest wins and pays, the best of the others' or its own.</summary>
    private static RuleSystem Auction(ScalarKind kind, Domain domain, Side side, bool paysOwn)
    {
        Ex Zero() => kind == ScalarKind.Decimal ? 0m : kind == ScalarKind.Int64 ? (Ex)0L : 0.0;
        Statement Find(RuleBuilder rule, Variable bids, Variable w)
        {
            var i = rule.Local(ScalarKind.Int32);
            var isBetter = side == Side.Buyer ? At(bids, i) > At(bids, w) : At(bids, i) < At(bids, w);
            return Block(rule.Label(), Set(w, 0), rule.For(i, 1, Length(bids), rule.If(isBetter, Set(w, i))));
        }

        var allocation = new RuleBuilder("Winner");
        var (reports, winner) = (allocation.Reports(kind), allocation.Local(ScalarKind.Int32));
        var payment = new RuleBuilder("Pay");
        var (bids, agent, w, p, j, first) = (payment.Reports(kind), payment.Agent(), payment.Local(ScalarKind.Int32), payment.Local(kind), payment.Local(ScalarKind.Int32), payment.Local(ScalarKind.Boolean));
        var closest = side == Side.Buyer ? ((Ex)p).Max(At(bids, j)) : ((Ex)p).Min(At(bids, j));
        return Systems.OfAllocation(allocation.Build(winner, Find(allocation, reports, winner)), AllocationForm.Winner, new AgentRange(2, 3), domain) with
        {
            Side = side,
            UnitCost = side == Side.Supplier ? -1000 : 0,
            Payment = payment.Build(p,
                Find(payment, bids, w),
                Set(p, Zero()),
                payment.If(((Ex)w).Is(agent), paysOwn
                    ? [Set(p, side == Side.Buyer ? At(bids, agent) : -At(bids, agent))]
                    :
                    [
                        Set(first, true),
                        payment.For(j, 0, Length(bids), payment.If(((Ex)j).Differs(agent), Set(p, Ex.Choose(first, At(bids, j), closest)), Set(first, false))),
                        Set(p, side == Side.Buyer ? p : -(Ex)p),
                    ])),
        };
    }

    public static TheoryData<ScalarKind, Side> Kinds => new()
    {
        { ScalarKind.Double, Side.Buyer }, { ScalarKind.Double, Side.Supplier }, { ScalarKind.Decimal, Side.Buyer }, { ScalarKind.Decimal, Side.Supplier },
        { ScalarKind.Int64, Side.Buyer }, { ScalarKind.Int64, Side.Supplier },
    };

    private static Domain DomainOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Double => new Domain.Interval(0, 100),
        ScalarKind.Decimal => new Domain.Grid(0, 100, 2),
        _ => new Domain.Integers(0, 100, IsLong: true),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SecondPrice_ObeysAllLaws_AndOwnPriceIsManipulated(ScalarKind kind, Side side)
    {
        Assert.Empty(Falsifier.Find(Auction(kind, DomainOf(kind), side, paysOwn: false), _laws, Falsifier.QuickEvaluations));
        var system = Auction(kind, DomainOf(kind), side, paysOwn: true);
        var found = Falsifier.Find(system, _laws, Falsifier.QuickEvaluations);
        Assert.Equal([Property.Truthful, Property.PaymentIdentity], found.Keys.Order());
        var text = WitnessText.Of(new Question(Property.Truthful, system), found[Property.Truthful]);
        Assert.Equal(
            side == Side.Buyer
                ? "bidder 0 with value 1 in ([1], 0) gains 1 by reporting 0 (utility 1 instead of 0)"
                : "supplier 0 with cost 0 in ([0], 1) gains 1 by reporting 1 (utility 1 instead of 0)",
            text);
    }

    [Theory]
    [MemberData(nameof(FallingScores))]
    public void FallingScores_AreFoundOnTheDefaultDomain(string name)
    {
        var (rule, domains, _) = CorpusScores.All[name];
        if (name == "LookupTypo")
        {
            // The table ends at 100.
            return;
        }

        var system = Systems.OfScore(rule, [(0, 1e15), .. domains.Skip(1)]);
        Assert.NotNull(Falsifier.Find(new Question(Property.MonotoneScore, system), Falsifier.QuickEvaluations));
    }

    [Fact]
    public void SuppliersScore_MustNotRiseWithItsCost()
    {
        var builder = new RuleBuilder("Score");
        Ex cost = builder.Report();
        var falling = Systems.OfScore(builder.Build(100.0 - cost), (0, 100)) with { Side = Side.Supplier };
        Assert.Null(Falsifier.Find(new Question(Property.MonotoneScore, falling), Falsifier.QuickEvaluations));
        var question = new Question(Property.MonotoneScore, falling with { Side = Side.Buyer });
        Assert.Equal("the score falls from 100 at report 0 to 99 at report 1", WitnessText.Of(question, Falsifier.Find(question, Falsifier.QuickEvaluations)!));

        builder = new RuleBuilder("Score");
        cost = builder.Report();
        question = new Question(Property.MonotoneScore, Systems.OfScore(builder.Build(Ex.Choose(cost > 50.0, 200.0 - cost, 100.0 - cost)), (0, 100)) with { Side = Side.Supplier });
        var witness = Falsifier.Find(question, Falsifier.QuickEvaluations)!;
        Assert.True(witness.Inputs[0][0].AsDouble > 50 && witness.Other!.Value.AsDouble <= 50 && witness.Quantity > witness.OtherQuantity);
    }

    [Fact]
    public void NamedAgents_HaveTheirOwnDomains()
    {
        // The rule fails above 50, which only South can report.
        var builder = new RuleBuilder("Score");
        Ex report = builder.Report();
        var system = Systems.OfScore(builder.Build(Ex.Choose(report > 50.0, 1.0, report)), (0, 40)) with
        {
            Inputs = [new Input("bid", ParameterRole.Report, [new Domain.Interval(0, 40), new Domain.Interval(0, 80)])],
            Agents = new AgentRange(2, 2),
        };
        var question = new Question(Property.MonotoneScore, system);
        var witness = Falsifier.Find(question, Falsifier.QuickEvaluations)!;
        Assert.Equal(1, witness.Agent);
        Assert.StartsWith("South's score falls from ", WitnessText.Of(question, witness, ["North", "South"]), StringComparison.Ordinal);
    }

    [Fact]
    public void LawsAboutEverybody()
    {
        // Everybody is served, one item; everybody pays 1, the item costs 3.
        var (allocation, payment) = (new RuleBuilder("Serve"), new RuleBuilder("Pay"));
        var (bids, served, i) = (allocation.Reports(), allocation.Output(ScalarKind.Boolean), allocation.Local(ScalarKind.Int32));
        var (_, _, p) = (payment.Reports(), payment.Agent(), payment.Local());
        var system = Systems.OfAllocation(
            allocation.Build(served, allocation.For(i, 0, Length(bids), Store(served, i, true))), AllocationForm.Served, new AgentRange(1, 4), new Domain.Interval(0, 100)) with
        {
            Payment = payment.Build(p, Set(p, 1.0)),
            UnitCost = 3,
        };
        Property[] laws = [Property.Feasible, Property.NoDeficit, Property.BudgetBalanced, Property.NoSubsidy, Property.Truthful, Property.Efficient];
        var found = Falsifier.Find(system, laws, Falsifier.QuickEvaluations);
        Assert.Equal([Property.Feasible, Property.NoDeficit, Property.BudgetBalanced, Property.Efficient], found.Keys.Order());
        Assert.Equal((2, 1), (found[Property.Feasible].Agents, found[Property.Feasible].Violation));
        Assert.Equal((1, 2), (found[Property.NoDeficit].Agents, found[Property.NoDeficit].Violation));
    }

    [Fact]
    public void InputThatMatters_IsFound_OneThatDoesNotIsNot()
    {
        var builder = new RuleBuilder("Score");
        Ex report = builder.Report();
        Ex first = builder.Public("first");
        Ex second = builder.Public("second");
        var system = Systems.OfScore(builder.Build((report * first) + (0.0 * second)), (0, 100), (1, 2), (1, 2));
        var question = new Question(Property.UnaffectedByInput, system, Focus: 1);
        Assert.Equal("the score changes from 1 at fact1 1 to 2 at fact1 2 (report = 1, fact2 = 1)", WitnessText.Of(question, Falsifier.Find(question, Falsifier.QuickEvaluations)!));
        Assert.Null(Falsifier.Find(question with { Focus = 2 }, Falsifier.QuickEvaluations));
    }

    [Fact]
    public void TinyAmounts_AreJudgedAsSharply()
    {
        // Falls from 2·10⁻¹¹ to 10⁻¹¹, which is far below 10⁻⁹.
        var builder = new RuleBuilder("Tiny");
        Ex report = builder.Report();
        var system = Systems.OfScore(builder.Build(Ex.Choose(report > 1e-11, 1e-11, report * 2.0)), (0, 2e-11));
        Assert.NotNull(Falsifier.Find(new Question(Property.MonotoneScore, system), Falsifier.QuickEvaluations));

        var types = new Domain.Finite(new[] { 1e-11, 2e-11 }.Select(Scalar.Of).ToEquatableArray());
        var finite = system with { Inputs = [new Input("report", ParameterRole.Report, [types])] };
        Assert.IsType<Verdict.Refuted>(ExhaustiveCheck.Decide(new Question(Property.MonotoneScore, finite), ExhaustiveCheck.LiveStates));
    }

    [Fact]
    public void RoundingOfCancellingTerms_IsNoRefutation()
    {
        // 0.1 (x − 1)² written out: around 1 the computed values go up and down by 10⁻¹⁷.
        var builder = new RuleBuilder("Square");
        Ex report = builder.Report();
        var system = Systems.OfScore(builder.Build((0.1 * report * report) - (0.2 * report) + 0.1), (1, 3));
        Assert.Null(Falsifier.Find(new Question(Property.MonotoneScore, system), Falsifier.QuickEvaluations));
    }
}
