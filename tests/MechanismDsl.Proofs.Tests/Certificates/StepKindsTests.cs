using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>Steps of the checker between whole numbers, decimals and doubles, and between the two reports: true of numbers, as C# computes them.</summary>
public class StepKindsTests
{
    private static readonly decimal[] Numbers = [-3, -2.5m, -2.45m, -1.95m, -1.5m, -1, -0.5m, -0.05m, 0, 0.04m, 0.05m, 0.06m, 0.45m, 0.5m, 0.55m, 0.999m, 1, 1.5m, 2.15m, 2.25m, 2.5m, 3];

    private static readonly BinaryOperation[] Roundings =
        [BinaryOperation.RoundTo, BinaryOperation.RoundAwayTo, BinaryOperation.TruncateTo, BinaryOperation.FloorTo, BinaryOperation.CeilingTo];

    private static readonly ScalarKind[] Kinds = [ScalarKind.Int32, ScalarKind.Int64, ScalarKind.Double, ScalarKind.Decimal];

    // x ≤ y, or nothing; each side rounded in one of the ways, to 0 to 2 digits, or not at all.
    [Fact]
    public void RoundedDecimals()
    {
        var accepted = 0;
        Term[] digits = [.. Enumerable.Range(0, 3).Select(count => new Term.Constant(count, Scalar.Of((decimal)count), count))];
        foreach (var isOrdered in (bool[])[true, false])
        {
            var (x, y) = (Symbol(3, ScalarKind.Decimal), Symbol(4, ScalarKind.Decimal));
            foreach (var p in Forms(x, digits))
            {
                foreach (var q in Forms(y, digits))
                {
                    accepted += Follows(x, y, isOrdered, p, q) ? 1 : 0;
                }
            }
        }

        Assert.True(accepted >= 15, $"{accepted}");
    }

    [Fact]
    public void ConvertedNumbers()
    {
        var accepted = 0;
        foreach (var from in Kinds)
        {
            foreach (var to in Kinds.Where(kind => kind != from))
            {
                foreach (var isOrdered in (bool[])[true, false])
                {
                    var (x, y) = (Symbol(0, from), Symbol(1, from));
                    accepted += Follows(x, y, isOrdered, new Term.Convert(10, to, x), new Term.Convert(11, to, y)) ? 1 : 0;
                    Follows(x, y, isOrdered, new Term.Convert(11, to, y), new Term.Convert(10, to, x));
                }
            }
        }

        Assert.Equal(12, accepted);
    }

    // Whole numbers are divided towards zero.
    [Theory]
    [InlineData(BinaryOperation.Divide)]
    [InlineData(BinaryOperation.Remainder)]
    [InlineData(BinaryOperation.Multiply)]
    public void WholeNumbers(BinaryOperation operation)
    {
        var accepted = 0;
        for (var divisor = -3; divisor <= 3; divisor++)
        {
            Term by = new Term.Constant(5, Scalar.Of(divisor), divisor);
            foreach (var isOrdered in (bool[])[true, false])
            {
                var (x, y) = (Symbol(0, ScalarKind.Int32), Symbol(1, ScalarKind.Int32));
                var (p, q) = (new Term.Binary(10, operation, x, by), new Term.Binary(11, operation, y, by));
                accepted += (Follows(x, y, isOrdered, p, q) ? 1 : 0) + (Follows(x, y, isOrdered, q, p) ? 1 : 0) + (Follows(x, y, isOrdered, p, y) ? 1 : 0) + (Follows(x, y, isOrdered, x, q) ? 1 : 0);
            }
        }

        Assert.True(operation == BinaryOperation.Remainder || accepted >= 4, $"{accepted}");
    }

    // x ≤ x′ is known of the two reports of one agent, and of nothing else.
    [Fact]
    public void TheTwoReports()
    {
        Term.Symbol Report(SymbolRole role, int input, int agent) => new(0, "s", role, new Domain.Interval(0, 1), input, agent);
        SymbolRole[] roles = [SymbolRole.Focal, SymbolRole.FocalOther, SymbolRole.OtherReport, SymbolRole.Public, SymbolRole.Opaque];
        var reports = (from role in roles from input in (int[])[0, 1] from agent in (int[])[0, 1] select Report(role, input, agent)).ToArray();
        foreach (var a in reports)
        {
            foreach (var b in reports)
            {
                Assert.Equal(
                    (a.Role, b.Role) == (SymbolRole.Focal, SymbolRole.FocalOther) && (a.Input, a.Agent) == (b.Input, b.Agent),
                    MonotoneCheck.Holds(a, b, (_, _) => false, term => term.Range, () => true));
            }
        }
    }

    private static Term.Symbol Symbol(int id, ScalarKind kind) => new(id, $"s{id}", SymbolRole.Public, kind switch
    {
        ScalarKind.Int32 => new Domain.Integers(-3, 3, IsLong: false),
        ScalarKind.Int64 => new Domain.Integers(-3, 3, IsLong: true),
        ScalarKind.Double => new Domain.Interval(-3, 3),
        _ => new Domain.Grid(-3, 3, 3),
    }, id, -1);

    private static IEnumerable<Term> Forms(Term term, Term[] digits) =>
        Roundings.SelectMany(operation => digits.Select(count => (Term)new Term.Binary(10, operation, term, count))).Append(term);

    /// <summary>Whether the checker accepts p ≤ q; if so, all numbers in the order are tried.</summary>
    private static bool Follows(Term.Symbol x, Term.Symbol y, bool isOrdered, Term p, Term q)
    {
        bool Below(Term a, Term b) => ReferenceEquals(a, b) || (isOrdered && ReferenceEquals(a, x) && ReferenceEquals(b, y));

        if (!MonotoneCheck.Holds(p, q, Below, term => term.Range, () => true))
        {
            return false;
        }

        var isWhole = x.Kind is ScalarKind.Int32 or ScalarKind.Int64;
        foreach (var lower in Numbers.Where(number => !isWhole || number == Math.Floor(number)))
        {
            foreach (var upper in Numbers.Where(number => !isWhole || number == Math.Floor(number)))
            {
                if (!isOrdered || lower <= upper)
                {
                    decimal ValueOf(Term term) => Value(term, symbol => ReferenceEquals(symbol, x) ? lower : upper);
                    Assert.True(ValueOf(p) <= ValueOf(q), $"{p} > {q} at {lower}, {upper}");
                }
            }
        }

        return true;
    }

    private static decimal Value(Term term, Func<Term, decimal> symbols) => term switch
    {
        Term.Symbol => symbols(term),
        Term.Constant constant => constant.Kind == ScalarKind.Decimal ? constant.Value.AsDecimal : constant.Value.AsInteger,
        Term.Convert { Kind: ScalarKind.Int32 or ScalarKind.Int64 } convert => decimal.Truncate(Value(convert.Operand, symbols)),
        Term.Convert convert => Value(convert.Operand, symbols),
        Term.Binary binary => Value(binary.Operation, Value(binary.Left, symbols), Value(binary.Right, symbols)),
        _ => throw new NotSupportedException(),
    };

    private static decimal Value(BinaryOperation operation, decimal left, decimal right) => operation switch
    {
        BinaryOperation.RoundTo => decimal.Round(left, (int)right),
        BinaryOperation.RoundAwayTo => decimal.Round(left, (int)right, MidpointRounding.AwayFromZero),
        BinaryOperation.TruncateTo => decimal.Round(left, (int)right, MidpointRounding.ToZero),
        BinaryOperation.FloorTo => decimal.Round(left, (int)right, MidpointRounding.ToNegativeInfinity),
        BinaryOperation.CeilingTo => decimal.Round(left, (int)right, MidpointRounding.ToPositiveInfinity),
        BinaryOperation.Multiply => left * right,
        BinaryOperation.Divide => decimal.Truncate(left / right),
        _ => left % right,
    };
}
