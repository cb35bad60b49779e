using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random scores.</summary>
internal static class RandomScores
{
    /// <summary>A score of a real bid on [0, 64] and up to two public facts.</summary>
    public static RuleSystem Real(SplitMix64 random)
    {
        var rule = new RuleBuilder("Score");
        Ex report = rule.Report();
        var inputs = new List<Input> { new("bid", ParameterRole.Report, [new Domain.Interval(0, 64)]) };
        var facts = new List<Ex>();
        for (var fact = random.Below(3); fact > 0; fact--)
        {
            facts.Add(rule.Public($"fact{fact}"));
            inputs.Add(new Input($"fact{fact}", ParameterRole.Public, [new Domain.Interval(random.Below(2) * 0.25, 1 + random.Below(2))]));
        }

        var expression = new RandomExpression(random, report, [.. facts]);
        var score = random.Below(5) == 0 ? Brackets(rule, report, expression) : rule.Build(expression.Of(1 + random.Below(3)));
        return OfScore(score, inputs);
    }

    /// <summary>A score of a whole bid in 0 … 40, in integer arithmetic.</summary>
    public static RuleSystem Whole(SplitMix64 random)
    {
        var rule = new RuleBuilder("Score");
        Ex report = rule.Report(ScalarKind.Int32);
        return OfScore(rule.Build(OfWhole(random, report, 1 + random.Below(3))), [new Input("bid", ParameterRole.Report, [new Domain.Integers(0, 40, IsLong: false)])]);
    }

    private static Ex OfWhole(SplitMix64 random, Ex report, int depth)
    {
        if (depth == 0)
        {
            return report;
        }

        var inner = OfWhole(random, report, depth - 1);
        Ex constant = 1 + random.Below(12);
        return random.Below(11) switch
        {
            0 => inner + constant,
            1 => inner * constant,
            2 => inner / constant,
            3 => inner.Min(constant),
            4 => inner.Max(constant),
            5 => inner - (OfWhole(random, report, depth - 1) / constant),
            6 => random.Below(3) == 0 ? inner % constant : inner,
            7 => Ex.Choose(report < constant, inner, OfWhole(random, report, depth - 1)),
            8 => Ex.Choose(report < constant * 2, inner, inner + constant),
            9 => Ex.Unary(UnaryOperation.Abs, inner - constant),
            _ => inner * (40 - report),
        };
    }

    /// <summary>for (k = 0; k &lt; 4; k++) s += min(…, 8 (k + 1)): the loops of tariffs.</summary>
    private static Rule Brackets(RuleBuilder rule, Ex report, RandomExpression expression)
    {
        var (sum, k) = (rule.Local(), rule.Local(ScalarKind.Int32));
        var step = expression.Of(1);
        return rule.Build(sum,
            Set(sum, 0.0),
            rule.For(k, 0, 4, Set(sum, (Ex)sum + step.Min((((Ex)k) + 1).To(ScalarKind.Double) * 8.0))),
            Set(sum, (Ex)sum + report));
    }

    private static RuleSystem OfScore(Rule score, List<Input> inputs) => new()
    {
        Inputs = inputs.ToEquatableArray(),
        Side = Side.Buyer,
        Agents = new AgentRange(1, null),
        Score = score,
    };
}
