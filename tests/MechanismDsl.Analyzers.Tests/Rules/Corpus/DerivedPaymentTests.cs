using System.Globalization;
using System.Text.RegularExpressions;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Tests.Rules.Corpus;

/// <summary>
/// The payments that the generator derives, against brute force, on every monotone rule of the corpora: a threshold is the worst report that is still served,
/// to the last bit on grids, to the neighbouring double under allocations, and to 12 digits under scores that round; units and chances cost what each of their steps costs.
/// </summary>
public partial class DerivedPaymentTests
{
    private const int Profiles = 40;

    public static TheoryData<string> Files() => [.. ProgrammersTests.FileNames];

    [Theory, MemberData(nameof(Files))]
    public void DerivedPaymentsAreThoseOfBruteForce(string file)
    {
        var rules = ProgrammersTests.Read(file)
            .Where(rule => !rule.Code.Contains("[Payment]", StringComparison.Ordinal) && !rule.Labels.Overlaps(["refused", "throws", "infeasible", "not-monotone", "open"]))
            .ToList();
        var payers = PayingRule.Of(string.Concat(rules.Select(rule => rule.Code)));
        List<string> wrong = [];
        var checkedPayments = 0;
        foreach (var rule in payers)
        {
            var numbers = Number().Matches(rules.Single(one => one.Name == rule.Name).Code.Replace(rule.Name, "", StringComparison.Ordinal)).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));
            wrong.AddRange(Mistakes(rule, new Draws([.. numbers, 0, 1]), ref checkedPayments).Take(1).Select(words => $"{rule.Name}: {words}"));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(rules.Count == 0 || checkedPayments >= 20 * payers.Count, $"only {checkedPayments} payments of {payers.Count} rules");
    }

    private static List<string> Mistakes(PayingRule rule, Draws draws, ref int count)
    {
        List<string> wrong = [];
        var range = rule.System.Agents;
        for (var round = 0; round < Profiles && wrong.Count == 0; round++)
        {
            var agents = Math.Max(range.Min, Math.Min(range.Max ?? 5, range.Min + (round % 4)));
            var inputs = Enumerable.Range(0, agents).Select(agent => rule.System.Inputs.Select(input => draws.From(input.DomainOf(agent))).ToArray()).ToArray();
            var (outcome, quantities) = (rule.Run(inputs), rule.Quantities(inputs));
            for (var agent = 0; agent < agents; agent++)
            {
                count++;
                if (outcome[agent].Quantity != quantities[agent])
                {
                    wrong.Add($"agent {agent} gets {outcome[agent].Quantity}, not {quantities[agent]}, at {Text(inputs)}");
                }
                else if (new Bill(rule, inputs, agent).Objection(quantities[agent], outcome[agent].Exact, outcome[agent].Payment) is { } objection)
                {
                    wrong.Add($"agent {agent} pays {outcome[agent].Payment}, but {objection}, at {Text(inputs)}");
                }
            }
        }

        return wrong;
    }

    private static string Text(object[][] inputs) => string.Join("; ", inputs.Select(row => string.Join(", ", row.Select(value => FormattableString.Invariant($"{value}")))));

    /// <summary>What one agent owes: for each step of its quantity, as its report gets better, the report at which the step is made.</summary>
    private sealed class Bill(PayingRule rule, object[][] inputs, int agent)
    {
        // More steps than that make a curve, which other tests integrate in closed form.
        private const int MostSteps = 200;

        private readonly Domain _domain = rule.System.Inputs[rule.Report].DomainOf(agent);
        private readonly bool _isSupplier = rule.System.Side == Side.Supplier;

        public string? Objection(double quantity, decimal exact, double paid)
        {
            List<(object Least, double Step)> steps = [];
            var own = inputs[agent][rule.Report];
            var (worst, isGrid) = (Worst(), _domain is not Domain.Interval);
            var start = With(worst);
            if (start > 0)
            {
                steps.Add((worst, start));
            }

            if (!Collect(worst, start, own, quantity, steps))
            {
                return null;
            }

            var most = steps.Sum(step => step.Step * Number(step.Least));
            if (isGrid)
            {
                var owed = steps.Sum(step => (decimal)step.Step * Convert.ToDecimal(step.Least, CultureInfo.InvariantCulture));
                return rule.System.Form == AllocationForm.Probability
                    ? Math.Abs(paid - most) <= 1e-12 * Math.Max(1, Math.Abs(most)) ? null : $"its steps cost {most:R}"
                    : exact == owed ? null : $"its steps cost {owed}";
            }

            // The infimum of the reports that are served: the first of them, or its neighbour that loses; a score that rounds can be flat, or waver, around it.
            var least = steps.Sum(step => step.Step * Before(step));
            var rounding = rule.System.Score is not null || steps.Count > 1 || steps.Any(step => step.Step != 1) ? 1e-12 * Math.Max(1, Math.Abs(most)) : 0;
            return paid >= Math.Min(least, most) - rounding && paid <= Math.Max(least, most) + rounding ? null : $"its steps cost {least:R} to {most:R}";
        }

        private double Before((object Least, double Step) step)
        {
            var at = Number(step.Least);
            return at == Number(Worst()) ? at : _isSupplier ? Math.BitIncrement(at) : Math.BitDecrement(at);
        }

        // Where the quantity differs between two reports there is a step between them; halves them until they are neighbours.
        private bool Collect(object worse, double low, object better, double high, List<(object Least, double Step)> steps)
        {
            if (low == high || steps.Count > MostSteps)
            {
                return steps.Count <= MostSteps;
            }

            if (Middle(worse, better) is not { } middle)
            {
                steps.Add((better, high - low));
                return true;
            }

            var at = With(middle);
            return Collect(worse, low, middle, at, steps) && Collect(middle, at, better, high, steps);
        }

        private double With(object report) => rule.Quantities([.. inputs.Select((row, index) => index != agent ? row : row.Select((value, input) => input == rule.Report ? report : value).ToArray())])[agent];

        private object Worst() => _domain switch
        {
            Domain.Finite finite => Draws.Box(finite.Values[_isSupplier ? finite.Values.Count - 1 : 0]),
            Domain.Grid grid => _isSupplier ? grid.To : grid.From,
            Domain.Integers { IsLong: true } whole => _isSupplier ? whole.To : whole.From,
            Domain.Integers whole => (int)(_isSupplier ? whole.To : whole.From),
            _ => _isSupplier ? _domain.High : _domain.Low,
        };

        // A report strictly between two; null if they are neighbours.
        private object? Middle(object first, object second)
        {
            switch (_domain)
            {
                case Domain.Finite finite:
                    var values = finite.Values.Select(Draws.Box).ToList();
                    var (i, j) = (values.IndexOf(first), values.IndexOf(second));
                    return Math.Abs(i - j) <= 1 ? null : values[(i + j) / 2];
                case Domain.Grid grid:
                    var unit = (decimal)Math.Pow(10, -Math.Min(grid.Decimals, 2));
                    var (a, b) = ((decimal)first, (decimal)second);
                    return Math.Abs(a - b) <= unit ? null : Math.Floor((a + b) / 2 / unit) * unit;
                case Domain.Integers { IsLong: true }:
                    return Math.Abs((long)first - (long)second) <= 1 ? null : (long)first + (((long)second - (long)first) / 2);
                case Domain.Integers:
                    return Math.Abs((int)first - (int)second) <= 1 ? null : (int)first + (((int)second - (int)first) / 2);
                default:
                    // All doubles here are non-negative, so that their bits are in their order.
                    var (low, high) = (BitConverter.DoubleToInt64Bits((double)first), BitConverter.DoubleToInt64Bits((double)second));
                    return Math.Abs(low - high) <= 1 ? null : BitConverter.Int64BitsToDouble(low + ((high - low) / 2));
            }
        }

        private static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Reproducible inputs: the ends, the numbers that the rule mentions with their neighbours, and any others.</summary>
    private sealed class Draws(double[] mentioned)
    {
        // SplitMix64 (Steele, Lea and Flood 2014).
        private ulong _state = 20;

        public static object Box(Scalar value) => value.Kind switch
        {
            ScalarKind.Boolean => value.AsBoolean,
            ScalarKind.Int32 => (int)value.AsInteger,
            ScalarKind.Int64 => value.AsInteger,
            ScalarKind.Double => value.AsDouble,
            _ => value.AsDecimal,
        };

        public object From(Domain domain)
        {
            var at = Below(4) switch
            {
                0 => domain.Low + ((domain.High - domain.Low) * Below(11) / 10),
                1 => mentioned[Below(mentioned.Length)] + new[] { 0, 0, 1, -1, 0.01, -0.01 }[Below(6)],
                _ => domain.Low + ((domain.High - domain.Low) * Below(1 << 30) / (1 << 30)),
            };
            at = Math.Max(domain.Low, Math.Min(domain.High, at));
            return domain switch
            {
                Domain.Finite finite => Box(finite.Values[Below(finite.Values.Count)]),
                Domain.Grid grid => Math.Round((decimal)at, Math.Min(grid.Decimals, 2)),
                Domain.Integers { IsLong: true } => (long)Math.Round(at),
                Domain.Integers => (int)Math.Round(at),
                _ => at + 0.0,
            };
        }

        private int Below(int bound)
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)(((mixed ^ (mixed >> 31)) >> 33) % (ulong)bound);
        }
    }

    [GeneratedRegex(@"(?<![\w.])\d+(\.\d+)?")]
    private static partial Regex Number();
}
