using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>Whether allocations are the best ones, and whether they give away no more than there is: proofs, and what is not proved.</summary>
public class EfficiencyTests
{
    private static readonly RuleSource _source = new("""
        using System;
        static class Rules
        {
            public static int Highest(ReadOnlySpan<double> b) { int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) if (b[i] > best) { best = b[i]; w = i; } return w; }
            public static int HighestFromTheFirst(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] >= b[w]) w = i; return w; }
            public static int AboveTen(ReadOnlySpan<double> b) { int w = -1; double best = 10; for (int i = 0; i < b.Length; i++) if (b[i] >= best) { best = b[i]; w = i; } return w; }
            public static int Lowest(ReadOnlySpan<double> b) { int w = -1; double best = 60; for (int i = 0; i < b.Length; i++) if (b[i] <= best) { best = b[i]; w = i; } return w; }
            public static bool[] BestTwo(ReadOnlySpan<double> b) { var r = new bool[b.Length]; for (int i = 0; i < b.Length; i++) { int above = 0; for (int j = 0; j < b.Length; j++) if (b[j] > b[i] || (b[j] == b[i] && j < i)) above++; r[i] = above < 2; } return r; }
            public static double[] AllToTheBest(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; var r = new double[b.Length]; r[w] = 1; return r; }

            public static bool[] ServeHighest(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; var r = new bool[b.Length]; r[w] = b[w] >= 10; return r; }
            public static double[] Soft(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; var r = new double[b.Length]; r[w] = Math.Min(1, b[w] / 20); return r; }
            public static void FirstCome(ReadOnlySpan<double> b, Span<bool> served) { int left = 2; for (int i = 0; i < b.Length; i++) if (left > 0 && b[i] >= 10) { served[i] = true; left--; } }
            public static int[] FirstComeUnits(ReadOnlySpan<double> b) { var r = new int[b.Length]; int given = 0; for (int i = 0; i < b.Length; i++) { if (given == 2) break; if (b[i] >= 10) { r[i] = 1; given++; } } return r; }

            public static bool[] Everybody(ReadOnlySpan<double> b) { var r = new bool[b.Length]; for (int i = 0; i < b.Length; i++) r[i] = b[i] >= 50; return r; }
            public static void OneTooMany(ReadOnlySpan<double> b, Span<bool> served) { int left = 2; for (int i = 0; i < b.Length; i++) if (left >= 0 && b[i] >= 10) { served[i] = true; left--; } }
            public static double[] TwoHalvesAndMore(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; var r = new double[b.Length]; r[0] = 0.5; r[w] += 0.75; return r; }
            public static double[] Negative(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; var r = new double[b.Length]; r[w] = b[w] - 60; return r; }

            public static int First(ReadOnlySpan<double> b) => 0;
            public static int Rounded(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (Math.Floor(b[i] / 10) > Math.Floor(b[w] / 10)) w = i; return w; }
            public static int SkipsTheLast(ReadOnlySpan<double> b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w] && i != b.Length - 1) w = i; return w; }
            public static int Incumbent(ReadOnlySpan<double> b) { int w = 0; double best = b[0] + 5; for (int i = 1; i < b.Length; i++) if (b[i] > best) { best = b[i]; w = i; } return w; }
            public static bool[] BestOne(ReadOnlySpan<double> b) { var r = new bool[b.Length]; for (int i = 0; i < b.Length; i++) { int above = 0; for (int j = 0; j < b.Length; j++) if (b[j] > b[i] || (b[j] == b[i] && j < i)) above++; r[i] = above < 1; } return r; }
            public static double[] Halves(ReadOnlySpan<double> b) { var r = new double[b.Length]; r[0] = 0.5; r[1] = 0.5; return r; }
            public static int PastTheEnd(ReadOnlySpan<double> b) { int w = b.Length; for (int i = 0; i < b.Length; i++) if (b[i] > 50) w = i; return w; }
        }
        """);

    [Theory]
    [InlineData("Highest", 0)]
    [InlineData("HighestFromTheFirst", 0)]
    [InlineData("AboveTen", 10)]
    [InlineData("Lowest", -60)]
    public void TheBestWinner_IsProvedForEveryNumber(string rule, double cost)
    {
        var question = Ask(Property.Efficient, rule, cost, new AgentRange(1, null));
        var proved = Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question, default));
        Assert.Equal(Arithmetic.Exact, proved.Arithmetic);
        Assert.True(proved.Scope.Covers(question.System.Agents));
        Assert.Null(Falsifier.Find(question, Falsifier.DeepEvaluations, default));
        Assert.True(Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question with { Property = Property.Feasible }, default)).Scope.Covers(question.System.Agents));
    }

    [Theory]
    [InlineData("Highest", 0)]
    [InlineData("AboveTen", 10)]
    [InlineData("Lowest", -60)]
    [InlineData("BestTwo", 0)]
    [InlineData("AllToTheBest", 0)]
    public void TheBestAllocation_IsProvedForThree(string rule, double cost) =>
        Assert.Equal(new Scope.Numbers([3]), Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(Ask(Property.Efficient, rule, cost, new AgentRange(3, 3)), default)).Scope);

    [Theory]
    [InlineData("First", 0)]
    [InlineData("Rounded", 0)]
    [InlineData("SkipsTheLast", 0)]
    [InlineData("Incumbent", 0)]
    [InlineData("Highest", 10)]
    [InlineData("AboveTen", 0)]
    [InlineData("AboveTen", 11)]
    [InlineData("Lowest", -50)]
    [InlineData("Lowest", -70)]
    [InlineData("BestOne", 0)]
    [InlineData("BestTwo", 1)]
    [InlineData("AllToTheBest", 1)]
    [InlineData("Halves", 0)]
    public void WorseAllocations_AreRefuted(string rule, double cost)
    {
        foreach (var agents in new[] { new AgentRange(3, 3), new AgentRange(3, null) })
        {
            var question = Ask(Property.Efficient, rule, cost, agents);
            Assert.NotNull(Falsifier.Find(question, Falsifier.DeepEvaluations, default));
            Assert.IsNotType<Verdict.Proved>(Tier.Deep.Prove(question, default));
        }
    }

    [Theory]
    [InlineData("ServeHighest")]
    [InlineData("Soft")]
    [InlineData("FirstCome")]
    [InlineData("FirstComeUnits")]
    [InlineData("AllToTheBest")]
    public void WhatIsGivenAway_IsCountedForEveryNumber(string rule)
    {
        var question = Ask(Property.Feasible, rule, 0, new AgentRange(1, null));
        Assert.True(Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question, default)).Scope.Covers(question.System.Agents));
        Assert.Null(Falsifier.Find(question, Falsifier.DeepEvaluations, default));
    }

    [Theory]
    [InlineData("Everybody")]
    [InlineData("OneTooMany")]
    [InlineData("TwoHalvesAndMore")]
    [InlineData("Negative")]
    public void MoreThanThereIs_IsNotProved(string rule)
    {
        var question = Ask(Property.Feasible, rule, 0, new AgentRange(3, null));
        Assert.NotNull(Falsifier.Find(question, Falsifier.DeepEvaluations, default));
        Assert.IsNotType<Verdict.Proved>(Tier.Deep.Prove(question, default));
    }

    [Fact]
    public void AWinnerPastTheEnd_IsNotFeasible() =>
        Assert.IsNotType<Verdict.Proved>(Tier.Deep.Prove(Ask(Property.Feasible, "PastTheEnd", 0, new AgentRange(3, null)), default));

    private static Question Ask(Property property, string name, double cost, AgentRange agents)
    {
        var rule = _source.Lower(_source.Method("Rules", name))!;
        return new Question(property, new RuleSystem
        {
            Inputs = [new Input("b", Proofs.Rules.ParameterRole.Reports, [new Domain.Interval(0, 100)])],
            Side = name == "Lowest" ? Side.Supplier : Side.Buyer,
            Agents = agents,
            Allocation = rule,
            Form = !rule.Result.IsArray ? AllocationForm.Winner : rule.Result.Kind == Proofs.Rules.ScalarKind.Boolean ? AllocationForm.Served
                : rule.Result.Kind == Proofs.Rules.ScalarKind.Int32 ? AllocationForm.Units : AllocationForm.Probability,
            Supply = name.StartsWith("Best", StringComparison.Ordinal) || name.StartsWith("FirstCome", StringComparison.Ordinal) || name == "OneTooMany" ? 2 : 1,
            UnitCost = cost,
        });
    }
}
