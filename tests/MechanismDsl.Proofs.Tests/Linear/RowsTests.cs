using System.Numerics;
using Fractions;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Linear;

/// <summary>
/// Linear proofs and their check rest on the same rows, so the rows are held against numbers: whatever the model adds to random facts about random terms is
/// true of every assignment that satisfies the facts, exactly where the operations are rational and to nine digits where they are not.
/// </summary>
public class RowsTests
{
    private const double Tolerance = 1e-9;

    private static readonly UnaryOperation[] Unaries =
        [UnaryOperation.Negate, UnaryOperation.Abs, UnaryOperation.Floor, UnaryOperation.Ceiling, UnaryOperation.Round, UnaryOperation.Truncate, UnaryOperation.Sqrt, UnaryOperation.Exp, UnaryOperation.Log];

    private static readonly BinaryOperation[] Binaries =
        [BinaryOperation.Add, BinaryOperation.Subtract, BinaryOperation.Multiply, BinaryOperation.Min, BinaryOperation.Max, BinaryOperation.Divide, BinaryOperation.Remainder];

    private static readonly BinaryOperation[] Roundings =
        [BinaryOperation.RoundTo, BinaryOperation.RoundAwayTo, BinaryOperation.TruncateTo, BinaryOperation.FloorTo, BinaryOperation.CeilingTo];

    [Theory]
    [InlineData(ScalarKind.Double, 0)]
    [InlineData(ScalarKind.Double, 1)]
    [InlineData(ScalarKind.Double, 2)]
    [InlineData(ScalarKind.Int32, 0)]
    [InlineData(ScalarKind.Int32, 2)]
    [InlineData(ScalarKind.Decimal, 0)]
    [InlineData(ScalarKind.Decimal, 2)]
    public void EveryRow_IsTrueOfEveryAssignment(ScalarKind kind, int facts)
    {
        int rowsTried = 0, casesTried = 0;
        for (var round = 0; round < 400; round++)
        {
            var random = new SplitMix64((ulong)((round * 100) + ((int)kind * 10) + facts));
            var pool = new TermPool();
            var terms = Terms(pool, random, kind);
            Fact Fact() => new((Relation)random.Below(3), random.Of(terms), random.Of(terms));
            var assumed = Enumerable.Range(0, facts).Select(_ => Fact()).ToArray();
            var model = new LinearModel(new Obligation(pool, assumed, new Goal.Impossible(), "the goal"));
            var rows = model.With(terms.SelectMany(term => model.Of(new Fact(Relation.LessOrEqual, term, terms[0]), "goal"))).Where(row => row.Origin != "goal" && !row.Origin.Contains("(goal", StringComparison.Ordinal)).ToList();
            var atoms = model.Forms.Atoms.Keys.Order().ToArray();
            var pairs = MonotonePairs.Of(atoms, model.Forms).ToList();
            for (var sample = 0; sample < 12; sample++)
            {
                var values = new Assignment(random);
                if (!Array.TrueForAll(assumed, fact => values.Satisfies(fact)))
                {
                    continue;
                }

                foreach (var row in rows)
                {
                    rowsTried += values.Demands(row, model, assumed) ? 1 : 0;
                }

                foreach (var atom in atoms)
                {
                    if (model.CasesOf(atom) is var (first, second))
                    {
                        casesTried += values.DemandsOneOf(first, second, model) ? 1 : 0;
                    }
                }

                foreach (var (one, two) in pairs)
                {
                    var (first, second) = MonotonePairs.CasesOf(one, two, model.Forms);
                    casesTried += values.DemandsOneOf(first, second, model) ? 1 : 0;
                }
            }
        }

        Assert.True(rowsTried > 5_000 && casesTried > 100, $"{rowsTried} {casesTried}");
    }

    // Terms of one kind, and what becomes of doubles and decimals as whole numbers.
    private static List<Term> Terms(TermPool pool, SplitMix64 random, ScalarKind kind)
    {
        Domain Domain(int low, int width) => kind switch
        {
            ScalarKind.Double => new Domain.Interval(low, low + width),
            ScalarKind.Int32 => new Domain.Integers(low, low + width, IsLong: false),
            _ => new Domain.Grid(low, low + width, 2),
        };
        Term Number(int quarters) => pool.Constant(kind switch
        {
            ScalarKind.Double => Scalar.Of(quarters / 4.0),
            ScalarKind.Int32 => Scalar.Of(quarters),
            _ => Scalar.Of(quarters / 4m),
        });
        var terms = new List<Term>();
        for (var symbol = 0; symbol < 3; symbol++)
        {
            terms.Add(pool.Symbol($"s{symbol}", SymbolRole.OtherReport, Domain(random.Below(7) - 4, 1 + random.Below(4)), symbol));
        }

        terms.Add(Number(random.Below(25) - 12));
        for (var result = 0; result < 4; result++)
        {
            terms.Add(random.Below(3) switch
            {
                0 when kind == ScalarKind.Int32 => pool.Unary(random.Below(2) == 0 ? UnaryOperation.Abs : UnaryOperation.Negate, random.Of(terms)),
                0 when kind == ScalarKind.Decimal => random.Below(2) == 0
                    ? pool.Binary(random.Of(Roundings), random.Of(terms), pool.Constant(Scalar.Of((decimal)random.Below(3))))
                    : pool.Unary(Unaries[random.Below(6)], random.Of(terms)),
                0 when random.Below(6) == 0 => pool.Binary(BinaryOperation.Pow, random.Of(terms), pool.Constant(Scalar.Of((random.Below(5) - 1) / 2.0))),
                0 when random.Below(4) == 0 => pool.Convert(ScalarKind.Double, pool.Convert(ScalarKind.Int32, random.Of(terms))),
                0 => pool.Unary(random.Of(Unaries), random.Of(terms)),
                _ => pool.Binary(random.Of(Binaries), random.Of(terms), random.Of(terms)),
            });
        }

        return terms;
    }

    /// <summary>Numbers for the symbols, at the ends of their domains often, and what the terms are then in real arithmetic.</summary>
    private sealed class Assignment(SplitMix64 random)
    {
        private readonly Dictionary<Term, (Fraction Value, bool IsExact)?> _values = [];

        /// <summary>Whether a fact holds beyond doubt.</summary>
        public bool Satisfies(Fact fact)
        {
            if (Of(fact.Left) is not var (left, isLeftExact) || Of(fact.Right) is not var (right, isRightExact))
            {
                return false;
            }

            var gap = isLeftExact && isRightExact ? Fraction.Zero : new Fraction(1, 1_000_000);
            return fact.Relation switch
            {
                Relation.LessOrEqual => left + gap <= right,
                Relation.Less => left + gap < right,
                _ => gap.IsZero && left == right,
            };
        }

        /// <summary>Demands that a row holds; false if it is about something that is undefined here.</summary>
        public bool Demands(LinearRow row, LinearModel model, Fact[] facts)
        {
            if (Holds(row, model) is not { } holds)
            {
                return false;
            }

            Assert.True(holds, $"{string.Join("; ", facts.Select(fact => fact.ToString()))} |- {row} with {this}");
            return true;
        }

        public bool DemandsOneOf(IReadOnlyList<LinearRow> first, IReadOnlyList<LinearRow> second, LinearModel model)
        {
            var (one, two) = (first.Select(row => Holds(row, model)).ToArray(), second.Select(row => Holds(row, model)).ToArray());
            if (one.Concat(two).Contains(null))
            {
                return false;
            }

            Assert.True(one.All(holds => holds == true) || two.All(holds => holds == true), $"{string.Join("; ", first)} or {string.Join("; ", second)} with {this}");
            return true;
        }

        public override string ToString() => string.Join(", ", _values.Where(value => value.Value is not null).Select(value => $"{value.Key} = {value.Value!.Value.Value}"));

        private bool? Holds(LinearRow row, LinearModel model)
        {
            var isExact = true;
            var sum = Fraction.Zero;
            foreach (var (monomial, coefficient) in row.Form.Terms)
            {
                var product = coefficient;
                foreach (var variable in monomial.Variables)
                {
                    if (Of(model.Forms.Atoms[variable]) is not var (factor, isFactorExact))
                    {
                        return null;
                    }

                    product *= factor;
                    isExact &= isFactorExact;
                }

                sum += product;
            }

            return isExact ? sum.IsNegative || (sum.IsZero && !row.IsStrict) : sum.ToDouble() <= Tolerance * Scale(row, model);
        }

        // The size of what is added up.
        private double Scale(LinearRow row, LinearModel model) => 1 + row.Form.Terms.Sum(term =>
            Math.Abs(term.Value.ToDouble()) * term.Key.Variables.Aggregate(1.0, (product, variable) => product * Math.Abs(Of(model.Forms.Atoms[variable])!.Value.Value.ToDouble())));

        private (Fraction Value, bool IsExact)? Of(Term term)
        {
            if (!_values.TryGetValue(term, out var value))
            {
                value = term switch
                {
                    Term.Symbol symbol => (Draw(symbol.Domain), true),
                    Term.Constant { Exact: { } exact } => (exact, true),
                    Term.Convert { Kind: ScalarKind.Int32 } convert => Of(convert.Operand) is (var operand, true) ? (Truncated(operand), true) : null,
                    Term.Convert convert => Of(convert.Operand),
                    Term.Unary unary when Of(unary.Operand) is var (operand, isExact) => Apply(unary.Operation, operand, isExact),
                    Term.Binary binary when Of(binary.Left) is var (left, isLeftExact) && Of(binary.Right) is var (right, isRightExact) =>
                        binary.Operation == BinaryOperation.Pow ? Power(left, right)
                        : Apply(binary, left, right) is { } result ? (result, isLeftExact && isRightExact) : null,
                    _ => null,
                };
                _values.Add(term, value);
            }

            return value;
        }

        private Fraction Draw(Domain domain)
        {
            var (low, high) = (new Fraction((int)domain.Low), new Fraction((int)domain.High));
            return random.Below(6) switch
            {
                0 => low,
                1 => high,
                _ when domain is Domain.Integers => low + new Fraction(random.Below((int)(domain.High - domain.Low) + 1)),
                _ => low + ((high - low) * new Fraction(random.Below(5), 4)),
            };
        }

        private static (Fraction Value, bool IsExact)? Apply(UnaryOperation operation, Fraction x, bool isExact) => operation switch
        {
            UnaryOperation.Negate => (x.Negate(), isExact),
            UnaryOperation.Abs => (x.Abs(), isExact),
            UnaryOperation.Floor when isExact => (Floor(x), true),
            UnaryOperation.Ceiling when isExact => (Floor(x.Negate()).Negate(), true),
            UnaryOperation.Round when isExact => (Nearest(x), true),
            UnaryOperation.Truncate when isExact => (Truncated(x), true),
            UnaryOperation.Sqrt when !x.IsNegative => (Approximately(Math.Sqrt(x.ToDouble())), false),
            UnaryOperation.Exp => (Approximately(Math.Exp(x.ToDouble())), false),
            UnaryOperation.Log when x.IsPositive => (Approximately(Math.Log(x.ToDouble())), false),
            _ => null,
        };

        private static Fraction? Apply(Term.Binary binary, Fraction left, Fraction right) => binary.Operation switch
        {
            BinaryOperation.Add => left + right,
            BinaryOperation.Subtract => left - right,
            BinaryOperation.Multiply => left * right,
            BinaryOperation.Min => left < right ? left : right,
            BinaryOperation.Max => left > right ? left : right,
            BinaryOperation.Divide when !right.IsZero => binary.Kind == ScalarKind.Int32 ? Truncated(left / right) : left / right,
            BinaryOperation.Remainder when !right.IsZero => left - (right * Truncated(left / right)),
            BinaryOperation.RoundTo => Nearest(left * Power(right)) / Power(right),
            BinaryOperation.RoundAwayTo => AwayFromZero(left * Power(right)) / Power(right),
            BinaryOperation.TruncateTo => Truncated(left * Power(right)) / Power(right),
            BinaryOperation.FloorTo => Floor(left * Power(right)) / Power(right),
            BinaryOperation.CeilingTo => Floor((left * Power(right)).Negate()).Negate() / Power(right),
            _ => null,
        };

        private static (Fraction Value, bool IsExact)? Power(Fraction x, Fraction exponent) =>
            Math.Pow(x.ToDouble(), exponent.ToDouble()) is var power && double.IsFinite(power) ? (Approximately(power), false) : null;

        private static Fraction Power(Fraction digits) => new(BigInteger.Pow(10, (int)digits.Numerator));

        private static Fraction Floor(Fraction x) => new(BigInteger.Divide(x.Numerator - (((x.Numerator % x.Denominator) + x.Denominator) % x.Denominator), x.Denominator));

        private static Fraction Truncated(Fraction x) => x.IsNegative ? Floor(x.Negate()).Negate() : Floor(x);

        private static Fraction AwayFromZero(Fraction x) => x.IsNegative ? Floor(x.Negate() + new Fraction(1, 2)).Negate() : Floor(x + new Fraction(1, 2));

        // Half to even.
        private static Fraction Nearest(Fraction x)
        {
            var up = Floor(x + new Fraction(1, 2));
            return up - x == new Fraction(1, 2) && !up.Numerator.IsEven ? up - Fraction.One : up;
        }

        private static Fraction Approximately(double value) => Fraction.FromDouble(value);
    }
}
