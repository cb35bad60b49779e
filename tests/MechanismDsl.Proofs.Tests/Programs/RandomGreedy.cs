using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random allocations that serve several: in the order of a key, as long as they fit.</summary>
internal static class RandomGreedy
{
    /// <summary>A rule for this number of agents.</summary>
    public static Rule Of(SplitMix64 random, int agents)
    {
        var rule = new RuleBuilder("Serve");
        var (bids, served) = (rule.Reports(), rule.Local(ScalarKind.Boolean, isArray: true));
        var (done, round, i, k, left) = (rule.Local(ScalarKind.Boolean, isArray: true), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32), rule.Local());
        var sizes = Table([.. Enumerable.Range(0, agents).Select(_ => (double)(1 + random.Below(4)))]);
        var style = random.Below(8);
        Ex Key(Ex index) => style switch
        {
            0 or 1 => At(bids, index) / At(sizes, index),
            2 => At(bids, index) - At(sizes, index),
            // The wrong way round.
            3 => At(sizes, index) - At(bids, index),
            _ => At(bids, index),
        };
        // Money as capacity: a bid that is too high does not fit.
        Ex Size(Ex index) => style == 4 ? At(bids, index) : At(sizes, index);
        Ex capacity = style == 4 ? 4.0 + random.Below(20) : 2.0 + random.Below(6);
        var reserve = random.Below(2) == 0 ? 0.0 : 1.0 + random.Below(3);
        return rule.Build(served,
            Refer(served, Zeros(ScalarKind.Boolean, Length(bids))),
            Refer(done, Zeros(ScalarKind.Boolean, Length(bids))),
            Set(left, capacity),
            rule.For(round, 0, Length(bids),
                Set(k, -1),
                rule.For(i, 0, Length(bids), rule.If((!At(done, i)).And(((Ex)k < 0).Or(Key(i) > Key(k))), Set(k, i))),
                Store(done, k, true),
                rule.If((Size(k) <= left).And(At(bids, k) >= reserve), Store(served, k, true), Set(left, (Ex)left - Size(k)))));
    }
}
