using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Tests.Evaluation;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>A rule in the form that the prover for every number wants has the results of the rule; what only looks like a counter, or a copy that matters, stays.</summary>
public class PlainLoopsTests
{
    private const string Methods = """
        using System;
        using System.Linq;

        public static class Counted
        {
            public static int Foreach(double[] bids) { int w = -1; double best = 0; var i = 0; foreach (var bid in bids) { if (bid > best) { best = bid; w = i; } i++; } return w; }
            public static int WithReserve(double[] bids) { int w = -1, i = 0; double best = -1; foreach (var bid in bids) { if (bid > best) (best, w) = (bid, i); ++i; } return best >= 2 ? w : -1; }
            public static int Break(double[] bids) { int w = -1; var i = 0; foreach (var bid in bids) { if (bid >= 2) { w = i; break; } i += 1; } return w; }
            public static int Twice(double[] bids)
            {
                var w = -1;
                double best = 0;
                var i = 0;
                foreach (var bid in bids) { if (bid > best) best = bid; i++; }
                var k = 0;
                foreach (var bid in bids) { if (bid == best && w < 0) w = k; k++; }
                return w;
            }
            public static int DoWhile(double[] bids) { int i = 0, w = 0; do { if (bids[i] > bids[w]) w = i; i++; } while (i < bids.Length); return w; }
            public static int CountDown(double[] bids) { var w = -1; for (var i = bids.Length; i-- > 0;) if (w < 0 || bids[i] >= bids[w]) w = i; return w; }
            public static int WhileDown(double[] bids) { int i = bids.Length, w = -1; while (i-- > 0) { if (bids[i] < 1) continue; if (w < 0 || bids[i] > bids[w]) w = i; } return w; }
            public static int FirstOfHighest(double[] bids) { var all = bids.ToArray(); return all.Length == 0 ? -1 : Array.IndexOf(all, all.Max()); }
            public static int CopyOfCopy(double[] bids)
            {
                var one = bids.ToArray();
                var two = one.ToArray();
                var w = -1;
                for (var i = 0; i < two.Length; i++) if (two[i] > 1 && (w < 0 || one[i] > two[w])) w = i;
                return w;
            }
        }

        public static class Down
        {
            public static int LastOfHighest(double[] bids) { var w = -1; for (var i = bids.Length - 1; i >= 0; i--) if (w < 0 || bids[i] > bids[w]) w = i; return w; }
            public static int FirstOfHighest(double[] bids) { int w = -1; double best = 2; for (var i = bids.Length - 1; i > -1; --i) if (bids[i] >= best) { best = bids[i]; w = i; } return w; }
            public static int While(double[] bids) { int i = bids.Length - 1, w = -1; while (i >= 0) { if (bids[i] > 1 && (w == -1 || bids[i] >= bids[w])) w = i; i--; } return w; }
            public static int UpAndDown(double[] bids) { var max = bids[0]; for (var i = 1; i < bids.Length; i++) if (bids[i] > max) max = bids[i]; var w = -1; for (var i = bids.Length - 1; i >= 0; i--) if (bids[i] == max) w = i; return w; }
        }

        public static class DownWrong
        {
            public static int Lowest(double[] bids) { var w = -1; for (var i = bids.Length - 1; i >= 0; i--) if (w < 0 || bids[i] < bids[w]) w = i; return w; }
            public static int BelowTheNext(double[] bids) { var w = -1; double last = 64; for (var i = bids.Length - 1; i >= 0; i--) { if (bids[i] < last) w = i; last = bids[i]; } return w; }
            public static int SecondHighest(double[] bids) { int w = -1, s = -1; for (var i = bids.Length - 1; i >= 0; i--) if (w < 0 || bids[i] > bids[w]) { s = w; w = i; } else if (s < 0 || bids[i] > bids[s]) s = i; return s; }
        }

        public static class Uncounted
        {
            public static int CountsDownTwice(double[] bids) { int i = bids.Length, w = -1; while (i-- > 0) { if (bids[i] > 1) { w = i; i--; } } return w; }
            public static int AsksBefore(double[] bids) { int i = bids.Length, w = -1; int before; while ((before = i--) > 0) if (bids[i] > 1) w = before - 1; return w; }
            public static int DoFromOne(double[] bids) { int i = 1, w = 0; do { if (i < bids.Length && bids[i] > bids[w]) w = i; i++; } while (i < bids.Length); return w; }
            public static int StartsAtOne(double[] bids) { int w = -1; double best = 0; var i = 1; foreach (var bid in bids) { if (bid > best) { best = bid; w = i; } i++; } return w - 1; }
            public static int Skips(double[] bids) { int w = -1; double best = 0; var i = 0; foreach (var bid in bids) { if (bid == 1) continue; if (bid > best) { best = bid; w = i; } i++; } return w; }
            public static int OnlySome(double[] bids) { int w = -1; double best = 0; var i = 0; foreach (var bid in bids) { if (bid > best) { best = bid; w = i; i++; } } return w; }
            public static int ByTwo(double[] bids) { int w = -1; double best = 0; var i = 0; foreach (var bid in bids) { if (bid > best) { best = bid; w = i; } i += 2; } return w / 2; }
            public static int AskedLater(double[] bids) { double best = 0; var i = 0; foreach (var bid in bids) { if (bid > best) best = bid; i++; } return best > 1 ? i - 1 : -1; }
            public static int Reset(double[] bids) { int w = -1; double best = 0; var i = 0; foreach (var bid in bids) { if (bid > best) { best = bid; i = 0; w = i; } i++; } return w; }
            public static int KeptAcross(double[] bids)
            {
                var w = -1;
                double best = 0;
                var i = 0;
                for (var round = 0; round < 2; round++) foreach (var bid in bids) { if (bid > best) { best = bid; w = i; } i++; }
                return w;
            }
            public static int MaybeMoved(double[] bids) { int w = -1; double best = 0; var i = 0; if (bids.Length > 2) i = 1; foreach (var bid in bids) { if (bid > best) { best = bid; w = i; } i++; } return w >= bids.Length ? 0 : w; }
            public static int Sorted(double[] bids) { var all = bids.ToArray(); Array.Sort(all); var w = -1; for (var i = 0; i < bids.Length; i++) if (bids[i] == all[0]) w = i; return w; }
            public static int Written(double[] bids) { var all = bids.ToArray(); var w = -1; for (var i = 0; i < bids.Length; i++) { all[i] = 0; if (bids[i] > 1) w = i; } return w; }
            public static int WrittenByAnotherName(double[] bids)
            {
                var all = bids.ToArray();
                var same = all;
                for (var i = 0; i < bids.Length; i++) same[i] = bids.Length - i;
                var w = -1;
                for (var i = 0; i < bids.Length; i++) if (all[i] > bids[i]) w = i;
                return w;
            }
        }
        """;

    private static readonly RuleSource _source = new(Methods);

    public static TheoryData<string> Names(string type) => [.. _source.Methods(type).Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Names), "Counted")]
    public void CountersAndCopies_AreReplaced_AndTheRuleIsProvedForEveryNumber(string name)
    {
        var rule = Lowered("Counted", name);
        var plain = PlainLoops.Of(rule);
        Assert.NotEqual(rule.Text, plain.Text);
        AssertSameResults(rule, plain);
        var system = Systems.OfAllocation(rule, AllocationForm.Winner, new AgentRange(1, null), new Domain.Interval(0, 64));
        Assert.True(Engine.Decide(new Question(Property.MonotoneAllocation, system), Effort.Quick, default) is Verdict.Proved { Scope: var scope } && scope.Covers(system.Agents), name);
    }

    [Theory]
    [MemberData(nameof(Names), "Uncounted")]
    public void WhatIsNoCounter_AndCopiesThatMatter_Stay(string name)
    {
        var rule = Lowered("Uncounted", name);
        var plain = PlainLoops.Of(rule);
        Assert.Equal(rule.Text, plain.Text);
        AssertSameResults(rule, plain);
    }

    [Fact]
    public void ResultsOfTheCorpora_DoNotChange()
    {
        var rules = LabelledQuestion.All.SelectMany(one => (IEnumerable<Rule?>)[one.Question.System.Allocation, one.Question.System.Payment]).OfType<Rule>().Distinct().ToList();
        Assert.True(rules.Count > 40, $"only {rules.Count} rules");
        Assert.All(rules, rule => AssertSameResults(rule, PlainLoops.Of(rule)));
    }

    private static Rule Lowered(string type, string name) => _source.Lower(_source.Method(type, name)) ?? throw new ArgumentException(name);

    [Theory]
    [MemberData(nameof(Names), "Down")]
    public void LoopsDownToZero_AreProvedForEveryNumber(string name) => Assert.True(IsProvedForEveryNumber("Down", name), name);

    [Theory]
    [MemberData(nameof(Names), "DownWrong")]
    public void FalseLawsOfLoopsDownToZero_AreNotProved(string name) => Assert.False(IsProvedForEveryNumber("DownWrong", name), name);

    // The prover alone, without a search for counterexamples.
    private static bool IsProvedForEveryNumber(string type, string name)
    {
        var system = Systems.OfAllocation(Lowered(type, name), AllocationForm.Winner, new AgentRange(1, null), new Domain.Interval(0, 64));
        return Tier.Quick.Prove(new Question(Property.MonotoneAllocation, system), default) is Verdict.Proved { Scope: var scope } && scope.Covers(system.Agents);
    }

    // All profiles of few values, for one to four agents, and for every agent that a payment can be asked for.
    private static void AssertSameResults(Rule rule, Rule plain)
    {
        var (one, other) = (new CompiledRule(rule), new CompiledRule(plain));
        for (var agents = 1; agents <= 4; agents++)
        {
            for (var number = 0; number < (int)Math.Pow(4, agents); number++)
            {
                var values = Enumerable.Range(0, agents).Select(agent => (number >> (2 * agent)) & 3).ToArray();
                var arguments = rule.Parameters
                    .Where(parameter => parameter.Role is not (ParameterRole.Agent or ParameterRole.Output))
                    .Select(parameter => parameter.Variable.IsArray
                        ? values.Select(value => Of(parameter.Variable.Kind, value)).ToEquatableArray()
                        : [Of(parameter.Variable.Kind, 1)])
                    .ToEquatableArray();
                for (var agent = 0; agent < Math.Max(1, agents); agent++)
                {
                    RuleResult expected = one.Execute(arguments, agent, agents), actual = other.Execute(arguments, agent, agents);
                    Assert.True(expected == actual, $"{rule.Name} of ({string.Join(", ", values)}), agent {agent}: {expected} became {actual}");
                }
            }
        }
    }

    private static Scalar Of(ScalarKind kind, int value) => kind switch
    {
        ScalarKind.Boolean => Scalar.Of(value > 1),
        ScalarKind.Int32 => Scalar.Of(value),
        ScalarKind.Int64 => Scalar.Of((long)value),
        ScalarKind.Decimal => Scalar.Of((decimal)value),
        _ => Scalar.Of((double)value),
    };
}
