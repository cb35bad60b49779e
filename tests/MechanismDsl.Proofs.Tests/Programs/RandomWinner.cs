using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Programs;

/// <summary>Random allocations to the highest score, with reserves, bonuses and qualities, some of them wrong; and payments to go with them.</summary>
internal sealed class RandomWinner
{
    private readonly SplitMix64 _random;
    private readonly int _agents;
    private readonly ArrayExpression? _quality;
    private readonly double _reserve;
    private readonly double _bonus;
    private readonly bool _isInclusive;
    private readonly int _twist;
    private readonly double _limit;
    private readonly bool _findsBackwards;
    private readonly bool _paysBackwards;

    public RandomWinner(SplitMix64 random, int agents)
    {
        (_random, _agents) = (random, agents);
        _quality = random.Below(3) == 0 ? Table([.. Enumerable.Range(0, agents).Select(_ => (1 + random.Below(4)) * 0.25)]) : null;
        _reserve = random.Below(2) == 0 ? 0 : 1 + random.Below(4);
        _bonus = random.Below(3) == 0 ? 1 + random.Below(3) : 0;
        _isInclusive = random.Below(2) == 0;
        _twist = random.Below(12);
        _limit = 1 + random.Below(20);
        _findsBackwards = random.Below(3) == 0;
        _paysBackwards = random.Below(3) == 0;
    }

    /// <summary>The allocation.</summary>
    public Rule Allocation()
    {
        var rule = new RuleBuilder("Winner");
        var (bids, w) = (rule.Reports(), rule.Local(ScalarKind.Int32));
        return rule.Build(w, Find(rule, bids, w));
    }

    /// <summary>The allocation, and a payment that is right in half of the cases.</summary>
    public (Rule Allocation, Rule Payment) WithPayment()
    {
        var rule = new RuleBuilder("Pay");
        var (bids, agent, w, p, j) = (rule.Reports(), rule.Agent(), rule.Local(ScalarKind.Int32), rule.Local(), rule.Local(ScalarKind.Int32));
        var mistake = _random.Below(10);
        // The highest rival score; the reserve unless it is forgotten; then back to a bid.
        Ex back = ((Ex)p - Bonus(agent)) / Quality(agent);
        Ex price = mistake switch
        {
            0 => (Ex)p,
            1 => (back * 0.75) + (At(bids, agent) * 0.25),
            2 => At(bids, agent),
            3 => back * 1.25,
            4 => back - 1.0,
            _ => back.Max(0.0),
        };
        var payment = rule.Build(p,
            Find(rule, bids, w),
            Set(p, 0.0),
            rule.If(((Ex)w).Is(agent),
                [
                    Set(p, mistake == 5 ? 0.0 : _reserve),
                    OverAgents(rule, _paysBackwards, j, bids, rule.If(((Ex)j).Differs(agent), Set(p, ((Ex)p).Max(Score(bids, j))))),
                    Set(p, price),
                ],
                mistake == 6 ? [Set(p, 1.0)] : []));
        return (Allocation(), payment);
    }

    private static Statement OverAgents(RuleBuilder rule, bool isBackwards, Variable index, Variable bids, params Statement[] body) => isBackwards
        ? rule.While(Set(index, Length(bids) - 1), (Ex)index >= 0, Set(index, (Ex)index - 1), (_, _) => body)
        : rule.For(index, 0, Length(bids), body);

    private Ex Quality(Ex index) => _quality is null ? 1.0 : At(_quality, index);

    private Ex Bonus(Ex index) => _bonus == 0 ? 0.0 : Ex.Choose(index.Is(0), _bonus, 0.0);

    private Ex Score(Variable bids, Ex index)
    {
        var score = At(bids, index);
        score = _quality is null ? score : score * Quality(index);
        return _bonus == 0 ? score : score + Bonus(index);
    }

    private Statement Find(RuleBuilder rule, Variable bids, Variable winner)
    {
        var (best, score, i) = (rule.Local(), rule.Local(), rule.Local(ScalarKind.Int32));
        var isBetter = _isInclusive ? (Ex)score >= best : (Ex)score > best;
        return Block(rule.Label(),
            Set(winner, -1),
            Set(best, _reserve),
            OverAgents(rule, _findsBackwards, i, bids,
                Set(score, Score(bids, i)),
                rule.If(isBetter, Set(best, score), Set(winner, i))),
            Twist(rule, bids, winner, best));
    }

    /// <summary>What some people add afterwards; half of it breaks monotonicity.</summary>
    private Statement Twist(RuleBuilder rule, Variable bids, Variable winner, Variable best)
    {
        Ex w = winner;
        return _twist switch
        {
            // Nobody wins if the highest score is too high.
            0 => rule.If((Ex)best > _limit, Set(winner, -1)),
            // Not much below: the first one wins.
            1 => rule.If((w > 0).And(At(bids, 0) > (Ex)best - 2.0), Set(winner, 0)),
            // Nobody wins if all bids together are too small.
            2 => rule.If(Enumerable.Range(0, _agents).Select(agent => At(bids, agent)).Aggregate((sum, bid) => sum + bid) < _limit, Set(winner, -1)),
            // Nobody wins if all bids together are too large.
            3 => rule.If(Enumerable.Range(0, _agents).Select(agent => At(bids, agent)).Aggregate((sum, bid) => sum + bid) > _limit, Set(winner, -1)),
            // The last one is passed over.
            4 => rule.If(w.Is(_agents - 1).And(At(bids, 0) > 1.0), Set(winner, 0)),
            _ => Block(rule.Label()),
        };
    }
}
