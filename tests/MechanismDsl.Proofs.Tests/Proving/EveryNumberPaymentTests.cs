using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>Auctions written by hand, allocation and payment: what is proved of every number of agents, and what is not.</summary>
public class EveryNumberPaymentTests
{
    private const string Auctions = """
        using System;
        static class Auctions
        {
            public static int Highest(ReadOnlySpan<double> b) { int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) if (b[i] > best) { best = b[i]; w = i; } return w; }
            public static int LastHighest(ReadOnlySpan<double> b) { int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) if (b[i] >= best) { best = b[i]; w = i; } return w; }
            public static int AboveTen(ReadOnlySpan<double> b) { int w = -1; for (int i = 0; i < b.Length; i++) if (b[i] >= 10 && (w < 0 || b[i] > b[w])) w = i; return w; }
            public static int NotTooHigh(ReadOnlySpan<double> b) { int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) if (b[i] > best && b[i] <= 90) { best = b[i]; w = i; } return w; }
            public static int Lowest(ReadOnlySpan<double> b) { int w = -1; double best = 100; for (int i = 0; i < b.Length; i++) if (b[i] < best) { best = b[i]; w = i; } return w; }
            public static int HighestPrice(ReadOnlySpan<decimal> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }
            public static int HighestCount(ReadOnlySpan<long> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }

            static double Best(ReadOnlySpan<double> b, int i, double from) { for (int j = 0; j < b.Length; j++) if (j != i) from = Math.Max(from, b[j]); return from; }

            public static double Highest_Second(ReadOnlySpan<double> b, int i) => Highest(b) == i ? Best(b, i, 0) : 0;
            public static double LastHighest_Second(ReadOnlySpan<double> b, int i) => LastHighest(b) == i ? Best(b, i, 0) : 0;
            public static double AboveTen_Second(ReadOnlySpan<double> b, int i) { if (AboveTen(b) != i) return 0; double p = 10; for (int j = 0; j < b.Length; j++) { if (j == i) continue; if (b[j] > p) p = b[j]; } return p; }
            public static double Highest_BestTwo(ReadOnlySpan<double> b, int i) { int w = -1; double best = 0, second = 0; for (int j = 0; j < b.Length; j++) if (b[j] > best) { second = best; best = b[j]; w = j; } else if (b[j] > second) second = b[j]; return w == i ? second : 0; }
            public static double Lowest_Second(ReadOnlySpan<double> b, int i) { if (Lowest(b) != i) return 0; double p = 100; for (int j = 0; j < b.Length; j++) if (j != i) p = Math.Min(p, b[j]); return -p; }
            public static decimal HighestPrice_Second(ReadOnlySpan<decimal> b, int i) { if (HighestPrice(b) != i) return 0; decimal p = 0; for (int j = 0; j < b.Length; j++) if (j != i) p = Math.Max(p, b[j]); return p; }
            public static long HighestCount_Second(ReadOnlySpan<long> b, int i) { if (HighestCount(b) != i) return 0; long p = 0; for (int j = 0; j < b.Length; j++) if (j != i && b[j] > p) p = b[j]; return p; }

            public static double Highest_First(ReadOnlySpan<double> b, int i) => Highest(b) == i ? b[i] : 0;
            public static double Highest_WithOwn(ReadOnlySpan<double> b, int i) => Highest(b) == i ? Best(b, -1, 0) : 0;
            public static double Highest_FromFive(ReadOnlySpan<double> b, int i) => Highest(b) == i ? Best(b, i, 5) : 0;
            public static double Highest_Discount(ReadOnlySpan<double> b, int i) => Highest(b) == i ? Best(b, i, 0) * 0.99 : 0;
            public static double Highest_Everybody(ReadOnlySpan<double> b, int i) => Best(b, i, 0);
            public static double Highest_SkipsTheFirst(ReadOnlySpan<double> b, int i) { if (Highest(b) != i) return 0; double p = 0; for (int j = 1; j < b.Length; j++) if (j != i && b[j] > p) p = b[j]; return p; }
            public static double Highest_BelowOwn(ReadOnlySpan<double> b, int i) { if (Highest(b) != i) return 0; double p = 0; for (int j = 0; j < b.Length; j++) if (b[j] < b[i]) p = Math.Max(p, b[j]); return p; }
            public static double Highest_Last(ReadOnlySpan<double> b, int i) { if (Highest(b) != i) return 0; double p = 0; for (int j = 0; j < b.Length; j++) if (j != i) p = b[j]; return p; }
            public static double Highest_Third(ReadOnlySpan<double> b, int i) { if (Highest(b) != i) return 0; double p = 0, q = 0; for (int j = 0; j < b.Length; j++) if (j != i) if (b[j] > p) { q = p; p = b[j]; } else if (b[j] > q) q = b[j]; return q; }
            public static double Highest_Lost(ReadOnlySpan<double> b, int i) { int w = -1; double best = 0, second = 0; for (int j = 0; j < b.Length; j++) if (b[j] > best) { second = best; best = b[j]; w = j; } return w == i ? second : 0; }
            public static double AboveTen_Forgets(ReadOnlySpan<double> b, int i) => AboveTen(b) == i ? Best(b, i, 0) : 0;
            public static double AboveTen_Eleven(ReadOnlySpan<double> b, int i) => AboveTen(b) == i ? Best(b, i, 11) : 0;
            public static double NotTooHigh_Second(ReadOnlySpan<double> b, int i) => NotTooHigh(b) == i ? Best(b, i, 0) : 0;
            public static double Lowest_Own(ReadOnlySpan<double> b, int i) => Lowest(b) == i ? -b[i] : 0;
            public static double Lowest_Positive(ReadOnlySpan<double> b, int i) { if (Lowest(b) != i) return 0; double p = 100; for (int j = 0; j < b.Length; j++) if (j != i) p = Math.Min(p, b[j]); return p; }
            public static double Lowest_Highest(ReadOnlySpan<double> b, int i) => Lowest(b) == i ? -Best(b, i, 0) : 0;
            public static decimal HighestPrice_Cent(ReadOnlySpan<decimal> b, int i) { if (HighestPrice(b) != i) return 0; decimal p = 0; for (int j = 0; j < b.Length; j++) if (j != i) p = Math.Max(p, b[j] + 0.01m); return p; }
        }
        """;

    private static readonly RuleSource _source = new(Auctions);

    [Theory]
    [InlineData("Highest_Second")]
    [InlineData("LastHighest_Second")]
    [InlineData("AboveTen_Second")]
    [InlineData("Highest_BestTwo")]
    [InlineData("Lowest_Second")]
    [InlineData("HighestPrice_Second")]
    [InlineData("HighestCount_Second")]
    public void SecondPrices_AreProvedForEveryNumber(string payment)
    {
        foreach (var property in new[] { Property.Truthful, Property.IndividuallyRational })
        {
            var question = Ask(property, payment, new AgentRange(1, null));
            var proved = Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question, default));
            Assert.Equal(Arithmetic.Exact, proved.Arithmetic);
            Assert.True(proved.Scope.Covers(question.System.Agents), $"{property} {proved.Scope}");
            Assert.Null(Falsifier.Find(question, Falsifier.DeepEvaluations, default));
        }
    }

    [Theory]
    [InlineData("Highest_First", true, false)]
    [InlineData("Highest_WithOwn", true, false)]
    [InlineData("Highest_FromFive", false, false)]
    [InlineData("Highest_Discount", true, false)]
    [InlineData("Highest_Everybody", false, false)]
    [InlineData("Highest_SkipsTheFirst", true, false)]
    [InlineData("Highest_BelowOwn", true, false)]
    [InlineData("Highest_Last", true, false)]
    [InlineData("Highest_Third", true, false)]
    [InlineData("Highest_Lost", true, false)]
    [InlineData("AboveTen_Forgets", true, false)]
    [InlineData("AboveTen_Eleven", false, false)]
    [InlineData("NotTooHigh_Second", false, false)]
    [InlineData("Lowest_Own", true, false)]
    [InlineData("Lowest_Positive", false, false)]
    [InlineData("Lowest_Highest", true, false)]
    [InlineData("HighestPrice_Cent", false, false)]
    public void SlipsInPayments_AreNotProved(string payment, bool isRational, bool isTruthful)
    {
        foreach (var (property, holds) in new[] { (Property.IndividuallyRational, isRational), (Property.Truthful, isTruthful) })
        {
            // The labels are true: a counterexample exists exactly where the law is said to fail.
            var question = Ask(property, payment, new AgentRange(3, null));
            Assert.Equal(holds, Falsifier.Find(question, Falsifier.DeepEvaluations, default) is null);
            Assert.True(holds || Tier.Deep.Prove(question, default) is not Verdict.Proved, $"{payment} {property}");
        }
    }

    internal static Question Ask(Property property, string payment, AgentRange agents)
    {
        var allocation = _source.Lower(_source.Method("Auctions", payment.Split('_')[0]))!;
        return new Question(property, new RuleSystem
        {
            Inputs = [new Input("b", ParameterRole.Reports, [allocation.Parameters[0].Variable.Kind switch
            {
                ScalarKind.Decimal => new Domain.Grid(0, 100, 2),
                ScalarKind.Int64 => new Domain.Integers(0, 100, IsLong: true),
                _ => new Domain.Interval(0, 100),
            }])],
            Side = payment.StartsWith("Lowest_", StringComparison.Ordinal) ? Side.Supplier : Side.Buyer,
            Agents = agents,
            Allocation = allocation,
            Form = AllocationForm.Winner,
            Payment = _source.Lower(_source.Method("Auctions", payment))!,
        });
    }
}
