using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// From a system of rules and a profile to scores, quantities and payments. One thread at a time; nothing is allocated per evaluation.
/// </summary>
/// <remarks>
/// Without an allocation the highest score of at least zero wins, the lowest index among equals. A winner outside [−1, n) is a failure, as it is
/// when the mechanism runs, and so are results that are not finite.
/// </remarks>
internal sealed class OutcomeEvaluator
{
    /// <summary>What an exhausted run counts in budgets of evaluations: it took that much longer than others.</summary>
    public const int CostOfExhaustion = 1_000;

    private readonly RuleRunner? _score;
    private readonly RuleRunner? _allocation;
    private readonly RuleRunner? _payment;
    private double[] _quantities = [];

    public OutcomeEvaluator(RuleSystem system, bool traces = false, CancellationToken cancellation = default)
    {
        _score = system.Score is null ? null : new RuleRunner(system.Score, system, traces, cancellation);
        _allocation = system.Allocation is null ? null : new RuleRunner(system.Allocation, system, traces, cancellation);
        _payment = system.Payment is null ? null : new RuleRunner(system.Payment, system, traces, cancellation);
    }

    /// <summary>Why the last evaluation failed; null if it did not, or if it was exhausted.</summary>
    public string? Failure { get; private set; }

    /// <summary>Branches of the last evaluation, if they are traced.</summary>
    public List<(int Site, bool Taken)> Trace { get; } = [];

    /// <summary>What each agent got in the last allocation.</summary>
    public ReadOnlySpan<double> Quantities => _quantities;

    /// <summary>The score of an agent.</summary>
    public bool TryScore(Profile profile, int agent, out Scalar score)
    {
        score = default;
        if (_score is null)
        {
            throw new InvalidOperationException("the system has no score");
        }

        if (!Run(_score, profile, agent))
        {
            return false;
        }

        score = _score.Value;
        Failure = Failures.OfNumber(score.ToNumber());
        return Failure is null;
    }

    /// <summary>Decides who gets what; see <see cref="Quantities"/>.</summary>
    public bool TryAllocate(Profile profile)
    {
        if (_quantities.Length != profile.Agents)
        {
            _quantities = new double[profile.Agents];
        }

        Array.Clear(_quantities, 0, _quantities.Length);
        if (_allocation is null)
        {
            return TrySelect(profile);
        }

        if (!Run(_allocation, profile, agent: 0))
        {
            return false;
        }

        return _allocation.GivesArray ? TryTake(_allocation.Values) : TryServe(_allocation.Value.AsInteger);
    }

    /// <summary>What an agent pays; the system has a payment rule.</summary>
    public bool TryPay(Profile profile, int agent, out double payment)
    {
        payment = 0;
        if (_payment is null)
        {
            throw new InvalidOperationException("the system derives its payments");
        }

        if (!Run(_payment, profile, agent))
        {
            return false;
        }

        payment = _payment.Value.ToNumber();
        Failure = Failures.OfNumber(payment);
        return Failure is null;
    }

    private bool Run(RuleRunner runner, Profile profile, int agent)
    {
        var status = runner.Run(profile, agent);
        Failure = runner.Frame.Failure;
        Trace.AddRange(runner.Frame.Trace);
        return status == RunStatus.Completed;
    }

    private bool TrySelect(Profile profile)
    {
        var winner = -1;
        Scalar best = default;
        for (var agent = 0; agent < profile.Agents; agent++)
        {
            if (!TryScore(profile, agent, out var score))
            {
                return false;
            }

            if (score.ToNumber() >= 0 && (winner < 0 || Compare(score, best) > 0))
            {
                (winner, best) = (agent, score);
            }
        }

        return TryServe(winner);
    }

    private bool TryServe(long winner)
    {
        if (winner < -1 || winner >= _quantities.Length)
        {
            Failure = Failures.NoSuchWinner(winner, _quantities.Length);
            return false;
        }

        if (winner >= 0)
        {
            _quantities[winner] = 1;
        }

        return true;
    }

    private bool TryTake(ArrayValue values)
    {
        if (values.Length != _quantities.Length)
        {
            Failure = Failures.WrongLength(values.Length, _quantities.Length);
            return false;
        }

        for (var agent = 0; agent < _quantities.Length; agent++)
        {
            var quantity = values.NumberAt(agent);
            Failure = Failures.OfNumber(quantity);
            if (Failure is not null)
            {
                return false;
            }

            _quantities[agent] = quantity;
        }

        return true;
    }

    /// <summary>The order of two scores of one kind.</summary>
    public static int Compare(Scalar left, Scalar right) => left.Kind switch
    {
        ScalarKind.Double => left.AsDouble.CompareTo(right.AsDouble),
        ScalarKind.Decimal => left.AsDecimal.CompareTo(right.AsDecimal),
        _ => left.AsInteger.CompareTo(right.AsInteger),
    };
}
