using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Executes the rules on a candidate and says by how much the law of a question is broken there; nothing else makes a refutation.</summary>
internal sealed class Reexecution
{
    private readonly Question _question;
    private readonly RuleSystem _system;
    private readonly Laws _laws;
    private readonly OutcomeEvaluator _evaluator;
    private readonly int _focus;
    private readonly bool _isAboutScore;

    public Reexecution(Question question, bool traces, CancellationToken cancellation)
    {
        (_question, _system) = (question, question.System);
        _laws = new Laws(_system);
        _evaluator = new OutcomeEvaluator(_system, traces, cancellation);
        _focus = question.Property == Property.UnaffectedByInput ? question.Focus : _system.ReportInput();
        _isAboutScore = question.IsAboutScore();
    }

    /// <summary>The number of the input that a law about two profiles varies.</summary>
    public int Focus => _focus;

    /// <summary>The witness, or null if the law holds there, the candidate is not legal, or an evaluation was exhausted.</summary>
    public Witness? Examine(Candidate candidate)
    {
        if (!candidate.IsLegal(_system, _focus) || !HasLegalNumber(candidate) || candidate.Other is not null != _question.Property.ComparesTwo())
        {
            return null;
        }

        if (_question.Property.IsAboutPayments() && _system.Payment is null)
        {
            // Derived payments obey the laws by theorem.
            return null;
        }

        var profile = new Profile(_system, candidate.Agents, candidate.Inputs);
        return _question.Property switch
        {
            Property.Total => OfFailure(candidate, profile),
            _ when candidate.Other is { } other => OfPair(candidate, profile, other),
            _ => OfProfile(candidate, profile),
        };
    }

    /// <summary>The witness at the first agent or branch where an evaluation fails.</summary>
    private Witness? OfFailure(Candidate candidate, Profile profile)
    {
        var failure = _isAboutScore
            ? _evaluator.TryScore(profile, candidate.Agent, out _) ? null : _evaluator.Failure
            : FailureOfOutcome(profile);
        return failure is null ? null : Blank(candidate, violation: 1) with { Failure = failure, Sites = LastSite() };
    }

    private string? FailureOfOutcome(Profile profile)
    {
        if (!_evaluator.TryAllocate(profile))
        {
            return _evaluator.Failure;
        }

        for (var agent = 0; agent < profile.Agents && _system.Payment is not null; agent++)
        {
            if (!_evaluator.TryPay(profile, agent, out _))
            {
                return _evaluator.Failure;
            }
        }

        return null;
    }

    private Witness? OfPair(Candidate candidate, Profile profile, Scalar other)
    {
        var own = candidate.Agents == 1 ? 0 : candidate.Agent;
        if (!TryOutcome(profile, candidate.Agent, own, out var first, out var firstTrace))
        {
            return null;
        }

        profile.Set(_focus, own, other);
        if (!TryOutcome(profile, candidate.Agent, own, out var second, out var secondTrace))
        {
            return null;
        }

        var violation = _laws.Violation(_question.Property, first, second);
        return violation > 0
            ? Blank(candidate, violation) with
            {
                Other = other,
                Quantity = first.Quantity,
                OtherQuantity = second.Quantity,
                Payment = first.Payment,
                OtherPayment = second.Payment,
                Sites = DecidingSites.Of(firstTrace, secondTrace),
            }
            : null;
    }

    private bool TryOutcome(Profile profile, int agent, int position, out AgentOutcome outcome, out (int Site, bool Taken)[] trace)
    {
        _evaluator.Trace.Clear();
        var report = profile.Get(_focus, position);
        var (quantity, payment, score) = (0.0, 0.0, default(Scalar));
        bool isDone;
        if (_isAboutScore)
        {
            isDone = _evaluator.TryScore(profile, agent, out score);
            quantity = score.ToNumber();
        }
        else
        {
            isDone = _evaluator.TryAllocate(profile) && (!_question.Property.IsAboutPayments() || _evaluator.TryPay(profile, agent, out payment));
            quantity = isDone ? _evaluator.Quantities[agent] : 0;
        }

        outcome = new(report, quantity, payment, score);
        trace = [.. _evaluator.Trace];
        return isDone;
    }

    private Witness? OfProfile(Candidate candidate, Profile profile)
    {
        _evaluator.Trace.Clear();
        if (!_evaluator.TryAllocate(profile))
        {
            return null;
        }

        var payments = new double[profile.Agents];
        if (_question.Property.IsAboutPayments())
        {
            for (var agent = 0; agent < payments.Length; agent++)
            {
                if (!_evaluator.TryPay(profile, agent, out payments[agent]))
                {
                    return null;
                }
            }
        }

        var outcome = new AgentOutcome(profile.Get(_focus, candidate.Agent), _evaluator.Quantities[candidate.Agent], payments[candidate.Agent], default);
        var violation = _question.Property switch
        {
            Property.IndividuallyRational => _laws.Loss(outcome),
            Property.NoSubsidy => _laws.Subsidy(outcome),
            Property.Feasible => _laws.Excess(_evaluator.Quantities),
            Property.NoDeficit => _laws.Imbalance(_evaluator.Quantities, payments, alsoSurplus: false),
            Property.BudgetBalanced => _laws.Imbalance(_evaluator.Quantities, payments, alsoSurplus: true),
            Property.Efficient => _laws.LostWelfare(Types(profile), _evaluator.Quantities),
            _ => throw new InvalidOperationException("this law compares two profiles"),
        };
        return violation > 0
            ? Blank(candidate, violation) with { Quantity = outcome.Quantity, Payment = outcome.Payment, Sites = LastSite() }
            : null;
    }

    private double[] Types(Profile profile)
    {
        var types = new double[profile.Agents];
        for (var agent = 0; agent < types.Length; agent++)
        {
            types[agent] = _system.TypeOf(profile.Get(_focus, agent));
        }

        return types;
    }

    private bool HasLegalNumber(Candidate candidate) => _isAboutScore
        ? candidate.Agents == 1
        : candidate.Agent < candidate.Agents && candidate.Agents >= _system.Agents.Min && !(candidate.Agents > _system.Agents.Max);

    private EquatableArray<int> LastSite() => _evaluator.Trace.Count == 0 ? [] : [_evaluator.Trace[_evaluator.Trace.Count - 1].Site];

    private static Witness Blank(Candidate candidate, double violation) => new()
    {
        Agents = candidate.Agents,
        Agent = candidate.Agent,
        Inputs = candidate.Inputs,
        Violation = violation,
    };
}
