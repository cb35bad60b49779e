using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Allocations that people write, with the answer to whether they are monotone.</summary>
internal static class CorpusAllocations
{
    // Before the rules that use it: fields are initialised in the order of the text.
    public static readonly ArrayExpression Quality = Table(0.9, 0.5, 0.7, 0.4);

    public static readonly Dictionary<string, (Rule Rule, AllocationForm Form, int Agents, double Low, bool IsMonotone)> All = new()
    {
        ["Argmax"] = (Argmax(), AllocationForm.Winner, 3, 0, true),
        ["ArgmaxReserve"] = (ArgmaxReserve(), AllocationForm.Winner, 4, 0, true),
        ["InvertedReserve"] = (InvertedReserve(), AllocationForm.Winner, 3, 0, false),
        ["SecondHighestWins"] = (SecondHighestWins(), AllocationForm.Winner, 3, 0, false),
        ["QualityWeighted"] = (QualityWeighted(), AllocationForm.Winner, 4, 0, true),
        ["TopTwo"] = (TopTwo(), AllocationForm.Served, 3, 0, true),
        ["ProportionalLottery"] = (ProportionalLottery(), AllocationForm.Probability, 3, 0.01, true),
        ["IncumbentBonus"] = (IncumbentBonus(), AllocationForm.Winner, 3, 0, true),
        ["OutlierRejection"] = (OutlierRejection(), AllocationForm.Winner, 3, 0, false),
        ["ThresholdOnSum"] = (ThresholdOnSum(), AllocationForm.Served, 3, 0, false),
        ["PublicGood"] = (PublicGood(), AllocationForm.Served, 3, 0, true),
        ["NeedlePlateau"] = (NeedlePlateau(), AllocationForm.Winner, 3, 0, false),
        ["BoostIncumbentNearTie"] = (BoostIncumbentNearTie(), AllocationForm.Winner, 3, 0, false),
    };

    /// <summary>int w = 0; for (int i = 1; i &lt; b.Length; i++) if (b[i] &gt; b[w]) w = i;</summary>
    public static Statement FindHighest(RuleBuilder rule, Variable bids, Variable winner)
    {
        var i = rule.Local(ScalarKind.Int32);
        return Block(rule.Label(),
            Set(winner, 0),
            rule.For(i, 1, Length(bids), rule.If(At(bids, i) > At(bids, winner), Set(winner, i))));
    }

    public static Rule Argmax()
    {
        var rule = new RuleBuilder("Argmax");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w, FindHighest(rule, bids, w));
    }

    /// <summary>int w = -1; double best = 10; for (…) if (b[i] &gt;= best) { best = b[i]; w = i; }</summary>
    public static Statement FindAboveReserve(RuleBuilder rule, Variable bids, Variable winner)
    {
        var (best, i) = (rule.Local(), rule.Local(ScalarKind.Int32));
        return Block(rule.Label(),
            Set(winner, -1),
            Set(best, 10.0),
            rule.For(i, 0, Length(bids), rule.If(At(bids, i) >= best, Set(best, At(bids, i)), Set(winner, i))));
    }

    public static Rule ArgmaxReserve()
    {
        var rule = new RuleBuilder("ArgmaxReserve");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w, FindAboveReserve(rule, bids, w));
    }

    public static Rule InvertedReserve()
    {
        var rule = new RuleBuilder("InvertedReserve");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w, FindHighest(rule, bids, w), rule.If(At(bids, w) > 50.0, Set(w, -1)));
    }

    public static Rule SecondHighestWins()
    {
        var rule = new RuleBuilder("SecondHighestWins");
        var (bids, w, s, i) = (rule.Reports(), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32));
        return rule.Build(s,
            Set(w, -1),
            Set(s, -1),
            rule.For(i, 0, Length(bids), rule.If(
                ((Ex)w < 0).Or(At(bids, i) > At(bids, w)),
                [Set(s, w), Set(w, i)],
                [rule.If(((Ex)s < 0).Or(At(bids, i) > At(bids, s)), Set(s, i))])));
    }

    /// <summary>The highest b[i]·Q[i] above zero.</summary>
    public static Statement FindQualityWeighted(RuleBuilder rule, Variable bids, Variable winner)
    {
        var (best, score, i) = (rule.Local(), rule.Local(), rule.Local(ScalarKind.Int32));
        return Block(rule.Label(),
            Set(winner, -1),
            Set(best, 0.0),
            rule.For(i, 0, Length(bids),
                Set(score, At(bids, i) * At(Quality, i)),
                rule.If((Ex)score > best, Set(best, score), Set(winner, i))));
    }

    public static Rule QualityWeighted()
    {
        var rule = new RuleBuilder("QualityWeighted");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w, FindQualityWeighted(rule, bids, w));
    }

    public static Statement FindTopTwo(RuleBuilder rule, Variable bids, Variable served)
    {
        var (i, j, above) = (rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32));
        return Block(rule.Label(),
            Refer(served, Zeros(ScalarKind.Boolean, Length(bids))),
            rule.For(i, 0, Length(bids),
                Set(above, 0),
                rule.For(j, 0, Length(bids), rule.If(
                    (At(bids, j) > At(bids, i)).Or(At(bids, j).Is(At(bids, i)).And((Ex)j < i)), Set(above, (Ex)above + 1))),
                Store(served, i, (Ex)above < 2)));
    }

    public static Rule TopTwo()
    {
        var rule = new RuleBuilder("TopTwo");
        var (bids, served) = (rule.Reports(), rule.Local(ScalarKind.Boolean, isArray: true));
        return rule.Build(served, FindTopTwo(rule, bids, served));
    }

    private static Statement Sum(RuleBuilder rule, Variable bids, Variable sum)
    {
        var i = rule.Local(ScalarKind.Int32);
        return Block(rule.Label(), Set(sum, 0.0), rule.For(i, 0, Length(bids), Set(sum, (Ex)sum + At(bids, i))));
    }

    public static Rule ProportionalLottery()
    {
        var rule = new RuleBuilder("ProportionalLottery");
        var (bids, sum, share, i) = (rule.Reports(), rule.Local(), rule.Local(ScalarKind.Double, isArray: true), rule.Local(ScalarKind.Int32));
        return rule.Build(share,
            Sum(rule, bids, sum),
            Refer(share, Zeros(ScalarKind.Double, Length(bids))),
            rule.For(i, 0, Length(bids), Store(share, i, At(bids, i) / sum)));
    }

    public static Statement FindWithIncumbent(RuleBuilder rule, Variable bids, Variable winner)
    {
        var (best, i) = (rule.Local(), rule.Local(ScalarKind.Int32));
        return Block(rule.Label(),
            Set(winner, 0),
            Set(best, At(bids, 0) + 5.0),
            rule.For(i, 1, Length(bids), rule.If(At(bids, i) > best, Set(best, At(bids, i)), Set(winner, i))));
    }

    public static Rule IncumbentBonus()
    {
        var rule = new RuleBuilder("IncumbentBonus");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w, FindWithIncumbent(rule, bids, w));
    }

    public static Rule OutlierRejection()
    {
        var rule = new RuleBuilder("OutlierRejection");
        var (bids, sum, w, i) = (rule.Reports(), rule.Local(), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32));
        return rule.Build(w,
            Sum(rule, bids, sum),
            Set(sum, (Ex)sum / Length(bids).To(ScalarKind.Double)),
            Set(w, -1),
            rule.For(i, 0, Length(bids), rule.If((At(bids, i) <= 1.5 * (Ex)sum).And(((Ex)w < 0).Or(At(bids, i) > At(bids, w))), Set(w, i))));
    }

    public static Rule ThresholdOnSum()
    {
        var rule = new RuleBuilder("ThresholdOnSum");
        var (bids, sum, served, i) = (rule.Reports(), rule.Local(), rule.Local(ScalarKind.Boolean, isArray: true), rule.Local(ScalarKind.Int32));
        return rule.Build(served,
            Sum(rule, bids, sum),
            Refer(served, Zeros(ScalarKind.Boolean, Length(bids))),
            rule.For(i, 0, Length(bids), Store(served, i, (At(bids, i) > 0.4 * (Ex)sum).And((Ex)sum < 150.0))));
    }

    public static Rule PublicGood()
    {
        var rule = new RuleBuilder("PublicGood");
        var (bids, sum, served, i) = (rule.Reports(), rule.Local(), rule.Local(ScalarKind.Boolean, isArray: true), rule.Local(ScalarKind.Int32));
        return rule.Build(served,
            Sum(rule, bids, sum),
            Refer(served, Zeros(ScalarKind.Boolean, Length(bids))),
            rule.For(i, 0, Length(bids), Store(served, i, (Ex)sum >= 90.0)));
    }

    public static Rule NeedlePlateau()
    {
        var rule = new RuleBuilder("NeedlePlateau");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w,
            FindHighest(rule, bids, w),
            rule.If((At(bids, 0) + At(bids, 1) + At(bids, 2) > 299.5).And(At(bids, 0) > At(bids, 1)), Set(w, 1)));
    }

    public static Rule BoostIncumbentNearTie()
    {
        var rule = new RuleBuilder("BoostIncumbentNearTie");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w,
            FindHighest(rule, bids, w),
            rule.If(((Ex)w).Differs(2).And(At(bids, w) - At(bids, 2) < 5.0).And(At(bids, w) > 60.0), Set(w, 2)));
    }
}
