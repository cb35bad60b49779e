using Fractions;
using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>What is written of a linear proof: nothing may be missing, too much, or of another kind than it says; and a contradiction is one.</summary>
public class LinearCertificateTests
{
    private readonly TermPool _pool = new();

    private Term.Symbol Symbol(string name, double low, double high) => _pool.Symbol(name, SymbolRole.OtherReport, new Domain.Interval(low, high));

    private bool Holds(Goal goal, string certificate, params Fact[] facts) => LinearCertificate.Check(new Obligation(_pool, facts, goal, "the goal"), certificate);

    [Fact]
    public void EveryPart_IsDemanded()
    {
        var (x, y) = (Symbol("x", 0, 1), Symbol("y", 0, 1));
        var (goal, fact) = (new Goal.Compare(Relation.LessOrEqual, x, y), new Fact(Relation.LessOrEqual, x, y));
        Assert.True(Holds(goal, "linear {} (1 [goal] 1 [fact 0])", fact));
        string[] broken =
        [
            "linear {} (1 [goal] 1 [fact 0]", "linear {} 1 [goal] 1 [fact 0])", "linear {} (1 [goal] 1 [fact 0]) (1 [goal])", "linear {} (1 [goal] 1 [fact 0]) and so on",
            "linear {} (1 [goal] 1 [fact 1])", "linear {} (1 [goal] one [fact 0])", "linear {} (1 [goal] 1 fact 0)", "linear {} (1 [goal])", "linear {} ()", "linear {} ", "linear {}", "linear", "",
            "linear} {(1 [goal] 1 [fact 0])", "bilinear {} (1 [goal] 1 [fact 0])", "{} (1 [goal] 1 [fact 0])", "linear {} (1 [goal] -1 [fact 0])", "linear {} (0 [goal] 0 [fact 0])",
            "linear {} (split v0 (1 [goal] 1 [fact 0]) (1 [goal] 1 [fact 0]))", "linear {} (split v99 (1 [goal] 1 [fact 0]) (1 [goal] 1 [fact 0]))", "linear {} (split v (1 [goal] 1 [fact 0]) (1 [goal] 1 [fact 0]))",
        ];
        Assert.All(broken, text => Assert.False(Holds(goal, text, fact), text));

        // An equation has two negations, each of which needs its own proof.
        var (equation, equal) = (new Goal.Compare(Relation.Equal, x, y), new Fact(Relation.Equal, x, y));
        Assert.True(Holds(equation, "linear {} (1 [goal] 1 [fact 0]) (1 [goal] 1 [fact 0 reversed])", equal));
        Assert.False(Holds(equation, "linear {} (1 [goal] 1 [fact 0])", equal));
        Assert.False(Holds(equation, "linear {} (1 [goal] 1 [fact 0 reversed])", equal));
        Assert.False(Holds(equation, "linear {} (1 [goal] 1 [fact 0]) (1 [goal] 1 [fact 0])", equal));
    }

    [Fact]
    public void GoalsThatAreNoComparisons_HaveNoLinearProof()
    {
        var root = _pool.Unary(UnaryOperation.Sqrt, Symbol("x", -1, 1));
        foreach (var goal in (Goal[])[new Goal.NotNaN(root), new Goal.Finite(root)])
        {
            Assert.All((string[])["linear {} ", "linear {} ()", "linear {} (1 [goal])", "linear up to rounding {} "], text => Assert.False(Holds(goal, text), text));
        }
    }

    // Two roots are in the order of their operands. Two absolute values are not, nor a floor and a ceiling, nor roundings to different units.
    [Fact]
    public void PairsOfValues_AreThoseOfOneFunctionThatRises()
    {
        var (x, y) = (Symbol("x", -1, 4), Symbol("y", -1, 4));
        var (i, j) = (_pool.Symbol("i", SymbolRole.OtherReport, new Domain.Integers(0, 4, IsLong: false)), _pool.Symbol("j", SymbolRole.OtherReport, new Domain.Integers(0, 4, IsLong: true)));
        var (c, d) = (_pool.Symbol("c", SymbolRole.OtherReport, new Domain.Grid(0, 4, 2)), _pool.Symbol("d", SymbolRole.OtherReport, new Domain.Grid(0, 4, 2)));
        var half = _pool.Constant(Scalar.Of(0.5));
        Expect(true, x, y, operand => _pool.Unary(UnaryOperation.Sqrt, operand));
        Expect(true, x, y, operand => _pool.Unary(UnaryOperation.Exp, operand));
        Expect(true, x, y, operand => _pool.Unary(UnaryOperation.Floor, operand));
        Expect(true, x, y, operand => _pool.Convert(ScalarKind.Int32, operand));
        Expect(true, c, d, operand => Rounded(BinaryOperation.FloorTo, operand, 1));
        Expect(true, Symbol("p", 0, 4), Symbol("q", 0, 4), operand => _pool.Binary(BinaryOperation.Pow, operand, half));
        Expect(false, x, y, operand => _pool.Binary(BinaryOperation.Pow, operand, half));
        Expect(false, Symbol("p", 0, 4), Symbol("q", 0, 4), operand => _pool.Binary(BinaryOperation.Pow, operand, _pool.Constant(Scalar.Of(-0.5))));
        Expect(false, x, y, operand => _pool.Unary(UnaryOperation.Abs, operand));
        Expect(false, x, y, operand => _pool.Unary(UnaryOperation.Cos, operand));
        Expect(false, x, y, operand => _pool.Unary(ReferenceEquals(operand, x) ? UnaryOperation.Ceiling : UnaryOperation.Floor, operand));
        Expect(false, c, d, operand => Rounded(ReferenceEquals(operand, c) ? BinaryOperation.CeilingTo : BinaryOperation.FloorTo, operand, 1));
        Expect(false, c, d, operand => Rounded(BinaryOperation.RoundTo, operand, ReferenceEquals(operand, c) ? 1 : 0));
        Expect(false, x, y, operand => _pool.Convert(ReferenceEquals(operand, x) ? ScalarKind.Int32 : ScalarKind.Int64, operand));
        Assert.False(MonotonePairs.AreAlike(_pool.Convert(ScalarKind.Double, i), _pool.Convert(ScalarKind.Double, j)));

        Term Rounded(BinaryOperation operation, Term operand, int digits) => _pool.Binary(operation, operand, _pool.Constant(Scalar.Of((decimal)digits)));

        // u ≤ w entails f(u) ≤ f(w), by the cases of the pair.
        void Expect(bool holds, Term lower, Term upper, Func<Term, Term> function)
        {
            var (low, high) = (function(lower), function(upper));
            Assert.Equal(holds, MonotonePairs.AreAlike(low, high));
            if (low.Kind == high.Kind)
            {
                var pair = $"v{low.Id} v{high.Id}";
                var proof = $"linear {{}} (split {pair} (1 [goal] 1 [case {pair} 1 then]) (1 [case {pair} 2 if] 1 [fact 0]))";

                // Whole numbers that differ differ by one, which the goal says already.
                Assert.Equal(holds, Holds(new Goal.Compare(Relation.LessOrEqual, low, high), proof, new Fact(Relation.LessOrEqual, lower, upper)));
            }
        }
    }

    // Random rows and random multipliers, negative ones too: where they count as a contradiction, no point of a grid satisfies the rows that they use.
    [Fact]
    public void Contradictions_HaveNoSolution()
    {
        var random = new SplitMix64(1);
        var found = 0;
        for (var round = 0; round < 40_000; round++)
        {
            var combination = Enumerable.Range(0, 1 + random.Below(3)).Select(index => (Row: Row(index), Multiplier: new Fraction(random.Below(5) - 2))).ToArray();
            if (FarkasCheck.IsContradiction(combination))
            {
                found++;
                var used = combination.Where(pair => !pair.Multiplier.IsZero).Select(pair => pair.Row).ToArray();
                for (var (x, y) = (-4, -4); y <= 4; (x, y) = x < 4 ? (x + 1, y) : (-4, y + 1))
                {
                    Assert.False(Array.TrueForAll(used, row => IsTrue(row, x, y)), $"{string.Join("; ", combination.Select(pair => $"{pair.Multiplier} * ({pair.Row})"))} at {x}, {y}");
                }
            }
        }

        Assert.True(found > 200, $"{found}");

        LinearRow Row(int index) => new(
            (Polynomial.Variable(0) * new Fraction(random.Below(5) - 2)) + (Polynomial.Variable(1) * new Fraction(random.Below(5) - 2)) + Polynomial.Constant(new Fraction(random.Below(7) - 3)),
            random.Below(2) == 0,
            $"row {index}");

        static bool IsTrue(LinearRow row, int x, int y) => row.Form.At(variable => variable == 0 ? x : y) is var value && (value.IsNegative || (value.IsZero && !row.IsStrict));
    }
}
