using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Laws;

/// <summary>The mechanism at one profile of a path: who gets what, and what everybody pays, each computed when it is asked for.</summary>
internal sealed class Profile
{
    private readonly TermPool _pool;
    private readonly IDecisions _decisions;
    private readonly RuleSystem _system;
    private readonly InputTerms _inputs;
    private readonly Term _varied;
    private readonly int _agents;
    private readonly Dictionary<int, Term> _payments = [];
    private Argument? _allocation;

    /// <summary>The mechanism where the varied input has a given value.</summary>
    public Profile(TermPool pool, IDecisions decisions, RuleSystem system, InputTerms inputs, Term varied, int agents)
    {
        _pool = pool;
        _decisions = decisions;
        _system = system;
        _inputs = inputs;
        _varied = varied;
        _agents = agents;
    }

    /// <summary>What the allocation says: the winner's index, or an array.</summary>
    public Argument Allocation => _allocation ??= _system.Allocation is { } rule
        ? Machine.Run(_pool, _decisions, rule, _inputs.Arguments(rule, _varied, agent: 0))
        : Argument.Of(HighestScore());

    /// <summary>The quantity of an agent: 0 or 1 as a known number, or a term.</summary>
    public Term Quantity(int agent)
    {
        if (Allocation.Array is { } array)
        {
            if (array.Cells.Length != _agents)
            {
                throw new RuleFailureException("the allocation can have another length than there are agents", -1);
            }

            var cell = array.Cells[agent];
            return cell.Kind == ScalarKind.Boolean ? Count(IsTrue(cell)) : cell;
        }

        var winner = Allocation.Scalar!;
        var index = _pool.Constant(winner.Kind == ScalarKind.Int64 ? Scalar.Of((long)agent) : Scalar.Of(agent));
        return Count(
            Comparisons.Ask(_decisions, _pool, new Fact(Relation.LessOrEqual, index, winner)) &&
            Comparisons.Ask(_decisions, _pool, new Fact(Relation.LessOrEqual, winner, index)));
    }

    /// <summary>What an agent pays, not NaN.</summary>
    /// <exception cref="InvalidOperationException">The payments are derived, so that there is no rule.</exception>
    public Term Payment(int agent)
    {
        if (_payments.TryGetValue(agent, out var known))
        {
            return known;
        }

        var rule = _system.Payment ?? throw new InvalidOperationException("The payments are derived.");
        var payment = Machine.Run(_pool, _decisions, rule, _inputs.Arguments(rule, _varied, agent)).Scalar!;
        Demand.Number(_decisions, payment, "the payment can be NaN");
        return _payments[agent] = payment;
    }

    /// <summary>The score of an agent, not NaN.</summary>
    public Term Score(int agent)
    {
        var rule = _system.Score ?? throw new InvalidOperationException("The mechanism has no score.");
        var score = Machine.Run(_pool, _decisions, rule, _inputs.Arguments(rule, _varied, agent)).Scalar!;
        Demand.Number(_decisions, score, "the score can be NaN");
        return score;
    }

    /// <summary>value · quantity − payment, where the value of a supplier is minus its cost.</summary>
    public Term Utility(int agent, Term report)
    {
        var payment = Payment(agent);
        var kind = Common(payment.Kind, report.Kind);
        var value = _system.Side == Side.Supplier ? _pool.Unary(UnaryOperation.Negate, _pool.Convert(kind, report)) : _pool.Convert(kind, report);
        var worth = _pool.Multiply(value, _pool.Convert(kind, Quantity(agent)));
        return _pool.Subtract(worth, _pool.Convert(kind, payment));
    }

    /// <summary>The kind in which numbers of two kinds are compared.</summary>
    public static ScalarKind Common(ScalarKind left, ScalarKind right) => left == right ? left
        : left == ScalarKind.Double || right == ScalarKind.Double ? ScalarKind.Double
        : left == ScalarKind.Decimal || right == ScalarKind.Decimal ? ScalarKind.Decimal
        : ScalarKind.Int64;

    // The generated rule: the highest score that is not below zero wins, the lowest index among equal ones.
    private Term HighestScore()
    {
        var winner = -1;
        Term? best = null;
        for (var agent = 0; agent < _agents; agent++)
        {
            var score = Score(agent);
            var floor = best ?? _pool.Constant(Scalar.Zero(score.Kind));
            if (Comparisons.Ask(_decisions, _pool, new Fact(best is null ? Relation.LessOrEqual : Relation.Less, floor, score)))
            {
                winner = agent;
                best = score;
            }
        }

        return _pool.Constant(Scalar.Of(winner));
    }

    private bool IsTrue(Term boolean) => boolean is Term.Constant constant
        ? constant.Value.AsBoolean
        : Comparisons.Ask(_decisions, _pool, new Fact(Relation.LessOrEqual, _pool.Constant(Scalar.Of(true)), boolean));

    private Term.Constant Count(bool isServed) => _pool.Constant(Scalar.Of(isServed ? 1 : 0));
}
