using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random lotteries: shares of weights, and probabilities that depend on the own bid.</summary>
internal static class RandomLottery
{
    /// <summary>A rule for this number of agents.</summary>
    public static Rule Of(SplitMix64 random, int agents)
    {
        var rule = new RuleBuilder("Draw");
        var (bids, share, sum, i) = (rule.Reports(), rule.Local(ScalarKind.Double, isArray: true), rule.Local(), rule.Local(ScalarKind.Int32));
        var style = random.Below(7);
        var constant = 1.0 + random.Below(8);
        Ex Weight(Ex index) => style switch
        {
            0 => At(bids, index),
            1 => At(bids, index) + constant,
            2 => At(bids, index) * At(bids, index),
            3 => Ex.Unary(UnaryOperation.Sqrt, At(bids, index)),
            // Weight falls above a bid.
            4 => Ex.Choose(At(bids, index) > constant + 2.0, At(bids, index) * 0.5, At(bids, index)),
            5 => At(bids, index).Min(constant),
            _ => Ex.Unary(UnaryOperation.Exp, At(bids, index) / 16.0),
        };
        var body = new List<Statement>
        {
            Set(sum, random.Below(3) == 0 ? constant : 0.0),
            Refer(share, Zeros(ScalarKind.Double, Length(bids))),
            rule.For(i, 0, Length(bids), Set(sum, (Ex)sum + Weight(i))),
            rule.For(i, 0, Length(bids), Store(share, i, Weight(i) / sum)),
        };
        if (random.Below(4) == 0)
        {
            // Below a floor nothing; or, the wrong way, above a ceiling nothing.
            var isFloor = random.Below(2) == 0;
            body.Add(rule.For(i, 0, Length(bids), rule.If(isFloor ? At(bids, i) < constant : At(bids, i) > constant + (agents * 2.0), Store(share, i, 0.0))));
        }

        return rule.Build(share, [.. body]);
    }
}
