using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using BranchAndPruneStage = MechanismDsl.Proofs.Real.BranchAndPruneStage;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>Single demands on a path, with certificates by hand: what follows is accepted, what nearly follows is not, whatever the certificate says.</summary>
public class CheckedPathTests
{
    private readonly TermPool _pool = new();

    private Term.Symbol Symbol(string name, double low, double high) => _pool.Symbol(name, SymbolRole.OtherReport, new Domain.Interval(low, high));

    private Term Number(double value) => _pool.Constant(Scalar.Of(value));

    private static Fact AtMost(Term left, Term right) => new(Relation.LessOrEqual, left, right);

    /// <summary>What the checker says of a path with these facts on which a goal is demanded, closed by this evidence.</summary>
    private CertificateReport Check(Goal goal, string? evidence, params Fact[] facts)
    {
        var @case = new ProofCase("one", 1, 0, _pool, facts, decisions => decisions.Require(goal, "the goal", -1));
        return new CheckedPath(@case, new CertificateText(evidence is null ? "" : $"case one\n  {string.Join(", ", facts)} |- {goal} by {evidence}\n", "one")).RunAll(default);
    }

    private void Accepts(Goal goal, string? evidence, params Fact[] facts)
    {
        var report = Check(goal, evidence, facts);
        Assert.Null(report.Objection);
        Assert.Equal((1, 0), (report.Obligations, report.Others));
    }

    // What the checker could not follow it objects to, or counts apart.
    private void Refuses(Goal goal, string? evidence, params Fact[] facts)
    {
        var report = Check(goal, evidence, facts);
        Assert.True(report.Objection is not null || report.Others == 1, evidence);
        Assert.Equal(0, report.Obligations);
    }

    [Fact]
    public void Ranges_AreThoseOfTheNumbers()
    {
        var x = Symbol("x", 1, 10);
        Accepts(new Goal.InRange(x, 1, 10), null);
        Accepts(new Goal.InRange(x, 0, 11), null);
        Refuses(new Goal.InRange(x, Math.BitIncrement(1), 10), null);
        Refuses(new Goal.InRange(x, 1, Math.BitDecrement(10)), null);
        Refuses(new Goal.InRange(x, 2, 3), null);
        Refuses(new Goal.InRange(_pool.Unary(UnaryOperation.Sqrt, Symbol("y", -1, 1)), 0, 1), null);
        Accepts(new Goal.InRange(x, 2, 10), null, AtMost(Number(2), x));
        Accepts(new Goal.Finite(x), null);
        Accepts(new Goal.Finite(_pool.Binary(BinaryOperation.Divide, Number(1), x)), null);
        Refuses(new Goal.Finite(_pool.Binary(BinaryOperation.Divide, Number(1), Symbol("z", 0, 1))), null);
        Accepts(new Goal.NotNaN(_pool.Unary(UnaryOperation.Sqrt, x)), null);
        Refuses(new Goal.NotNaN(_pool.Unary(UnaryOperation.Sqrt, Symbol("y", -1, 1))), null);
    }

    // q·x ≤ q·y because x ≤ y, and q·y ≤ y because y is not negative; x can be negative, so the first product has to be there.
    [Fact]
    public void AChain_IsAsStrongAsItsLinks()
    {
        var (x, y, q) = (Symbol("x", -1, 1), Symbol("y", 0, 1), Symbol("q", 0, 1));
        var (less, more) = (_pool.Multiply(q, x), _pool.Multiply(q, y));
        var goal = new Goal.Compare(Relation.LessOrEqual, less, y);
        var fact = AtMost(x, y);
        Refuses(goal, null, fact);
        Accepts(goal, $"order; {less} <= {more} <= {y}", fact);
        Refuses(goal, $"order; {less} <= {y}", fact);
        Refuses(goal, $"order; {less} <= {x} <= {y}", fact);
        Refuses(goal, $"order; {more} <= {y}", fact);
        Refuses(goal, $"order; {less} <= {more}", fact);
        Refuses(goal, $"order; {less} <= {more} <= {y}");
        Refuses(goal, "order; rules", fact);
        Refuses(goal with { Relation = Relation.Less }, $"order; {less} <= {more} <= {y}", fact);
        Refuses(goal with { Relation = Relation.Less }, $"order; {less} < {more} < {y}", fact);
        Refuses(goal with { Relation = Relation.Equal }, $"order; {less} <= {more} <= {y}", fact);
        Refuses(goal with { Relation = Relation.NotEqual }, $"order; {less} <= {more} <= {y}", fact);
    }

    [Fact]
    public void Evidence_IsForTheFactsThatItNames()
    {
        var (x, y, q) = (Symbol("x", -1, 1), Symbol("y", 0, 1), Symbol("q", 0, 1));
        var (less, more) = (_pool.Multiply(q, x), _pool.Multiply(q, y));
        var text = $"case one\n  {AtMost(x, y)} |- {less} <= {y} by order; {less} <= {more} <= {y}\n";
        Assert.NotNull(new CertificateText(text, "one").EvidenceFor($"{less} <= {y}", [AtMost(x, y).ToString()]));
        Assert.NotNull(new CertificateText(text, "one").EvidenceFor($"{less} <= {y}", [AtMost(x, y).ToString(), AtMost(x, q).ToString()]));
        Assert.Null(new CertificateText(text, "one").EvidenceFor($"{less} <= {y}", [AtMost(y, x).ToString()]));
        Assert.Null(new CertificateText(text, "one").EvidenceFor($"{more} <= {y}", [AtMost(x, y).ToString()]));
        Assert.Null(new CertificateText(text, "two").EvidenceFor($"{less} <= {y}", [AtMost(x, y).ToString()]));
    }

    // x < x and x != x are false by nothing at all, which is less than what is left to rounding.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OnlyWeakComparisons_AreLeftToRounding(bool isUpToRounding)
    {
        var (x, y) = (Symbol("x", 0, 1), Symbol("y", 0, 1));
        foreach (var relation in (Relation[])[Relation.Less, Relation.NotEqual])
        {
            foreach (var multipliers in (string[])["1 [goal]", "1 [goal] 1 [fact 0]", "1 [goal] 1 [fact 0 reversed]", "1 [goal reversed] 1 [fact 0]"])
            {
                var goal = new Goal.Compare(relation, x, y);
                var fact = new Fact(Relation.Equal, x, y);
                var evidence = $"linear{(isUpToRounding ? " up to rounding" : "")} {{}} ({multipliers})";
                Assert.False(LinearCertificate.Check(new Obligation(_pool, [fact], goal, "the goal"), evidence), evidence);
                Refuses(goal, evidence, fact);
            }
        }
    }

    // A path that fails has to be impossible, and one that is too long proves nothing.
    [Fact]
    public void PathsThatFail_MustBeImpossible()
    {
        var (x, y) = (Symbol("x", 0, 1), Symbol("y", 0, 1));
        var (below, above) = (new Fact(Relation.Less, x, y), new Fact(Relation.Less, y, x));
        Assert.NotNull(Walk(_ => throw new RuleFailureException("it fails", -1), below).Objection);
        Assert.Equal(new CertificateReport(null, 1, 0, 0), Walk(_ => throw new RuleFailureException("it fails", -1), below, above));
        Assert.Equal(new CertificateReport(null, 1, 0, 0), Walk(decisions => { if (decisions.Decide(above)) { throw new RuleFailureException("it fails", -1); } decisions.Require(new Goal.Finite(x), "", -1); }, below));
        Assert.NotNull(Walk(decisions => { if (decisions.Decide(below)) { throw new RuleFailureException("it fails", -1); } }).Objection);
        Assert.Contains("too long", Walk(decisions => { while (decisions.Decide(below) || true) { decisions.Step(); } }).Objection, StringComparison.Ordinal);
        Assert.NotNull(Walk(_ => throw new FuelExhaustedException("too much"), below, above).Objection);
    }

    // One of several lists of comparisons, all of which follow; through a function of the library they do so in real arithmetic.
    [Fact]
    public void OneOfSeveralStates_IsReached()
    {
        var (x, y) = (Symbol("x", 0, 1), Symbol("y", 0, 1));
        var fact = AtMost(x, y);
        Fact exp = AtMost(_pool.Unary(UnaryOperation.Exp, x), _pool.Unary(UnaryOperation.Exp, y)), root = AtMost(_pool.Unary(UnaryOperation.Sqrt, x), _pool.Unary(UnaryOperation.Sqrt, y));
        Assert.Equal(new CertificateReport(null, 1, 0, 0), Reach([[root]]));
        Assert.Equal(new CertificateReport(null, 1, 0, 1), Reach([[exp, root]]));
        Assert.Equal(new CertificateReport(null, 1, 0, 0), Reach([[AtMost(y, x)], [root, fact]]));
        Assert.NotNull(Reach([[AtMost(y, x), root], [root, new Fact(Relation.Less, x, y)]]).Objection);
        Assert.NotNull(Reach([]).Objection);

        CertificateReport Reach(IReadOnlyList<IReadOnlyList<Fact>> lists)
        {
            CheckedPath? path = null;
            path = new CheckedPath(new ProofCase("one", 1, 0, _pool, [fact], _ => path!.RequireOneOf(lists)), new CertificateText("", "one"));
            return path.RunAll(default);
        }
    }

    private CertificateReport Walk(Action<IDecisions> execute, params Fact[] facts) =>
        new CheckedPath(new ProofCase("one", 1, 0, _pool, facts, execute), new CertificateText("", "one")).RunAll(default);

    // What other stages prove they prove in real arithmetic, and the checker counts it as such.
    [Fact]
    public void LinearProofsAndCovers_CountAsReal()
    {
        var (x, y) = (Symbol("x", 0, 1), Symbol("y", 0, 1));
        var goal = new Goal.Compare(Relation.LessOrEqual, _pool.Add(_pool.Multiply(Number(3), x), y), _pool.Add(_pool.Multiply(Number(3), y), x));
        var fact = AtMost(x, y);
        var proof = Assert.IsType<StageResult.Closed>(new LinearStage().Decide(new Obligation(_pool, [fact], goal, "the goal"), new Budget(1000), default));
        Assert.Equal(new CertificateReport(null, 1, 0, 1), Check(goal, proof.Certificate, fact));
        Assert.Equal(new CertificateReport(null, 0, 1, 0), Check(goal, proof.Certificate.Replace("2 [", "1 [", StringComparison.Ordinal), fact));

        // x² − x·y + y² is nowhere negative: twice that is x² + y² + (x − y)².
        var square = new Goal.Compare(Relation.LessOrEqual, Number(0), _pool.Add(_pool.Subtract(_pool.Multiply(x, x), _pool.Multiply(x, y)), _pool.Add(_pool.Multiply(y, y), Number(0.1))));
        var cover = Assert.IsType<StageResult.Closed>(new BranchAndPruneStage().Decide(new Obligation(_pool, [], square, "the goal"), new Budget(5000), default));
        Assert.Equal(new CertificateReport(null, 1, 0, 1), Check(square, cover.Certificate));
        Assert.Equal(new CertificateReport(null, 0, 1, 0), Check(square, "boxes {} void"));
        Assert.NotNull(Check(square, "kink; void").Objection);
        Assert.NotNull(Check(square, "order; void").Objection);
    }

    // After so many terms that two bytes do not number them: y is not x.
    [Fact]
    public void ManyTerms_AreToldApart()
    {
        var x = Symbol("x", 0, 1);
        while (_pool.Count < x.Id + (1 << 16))
        {
            Number(_pool.Count);
        }

        var y = Symbol("y", 0, 1);
        Assert.Equal(x.Id + (1 << 16), y.Id);
        var obligation = new Obligation(_pool, [], new Goal.Compare(Relation.LessOrEqual, x, y), "the goal");
        Assert.IsNotType<StageResult.Closed>(new LinearStage().Decide(obligation, new Budget(1000), default));
        Assert.False(LinearCertificate.Check(obligation, "linear {} (1 [goal])"));
        Refuses(obligation.Goal, "linear {} (1 [goal])");
        Refuses(obligation.Goal, "boxes {} interval");
    }
}
