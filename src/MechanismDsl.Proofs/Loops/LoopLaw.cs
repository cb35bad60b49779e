using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Loops;

/// <summary>A law as a set of runs that go through their loops together, and what is demanded of their results.</summary>
internal sealed class LoopLaw
{
    private const double MostCounted = 8;

    private readonly Question _question;
    private readonly FlatCode _allocation;
    private readonly FlatCode? _payment;
    private readonly bool _hasTwoProfiles;
    private readonly bool _needsPayment;

    private LoopLaw(Question question, FlatCode allocation, FlatCode? payment, bool hasTwoProfiles, bool needsPayment)
    {
        _question = question;
        _allocation = allocation;
        _payment = payment;
        _hasTwoProfiles = hasTwoProfiles;
        _needsPayment = needsPayment;
        RemembersCrowd = HasSequence(allocation) || (needsPayment && HasSequence(payment!));
    }

    /// <summary>The law of a question; null if it is not proved this way: it is about all agents at once, or their domains differ.</summary>
    public static LoopLaw? Of(Question question)
    {
        var system = question.System;
        if (system.Allocation is not { } allocation || system.Inputs.Any(input => input.Domains.Count != 1))
        {
            return null;
        }

        var flat = FlatCode.Of(PlainLoops.Of(allocation));
        var payment = system.Payment is { } rule ? FlatCode.Of(PlainLoops.Of(rule)) : null;
        return question.Property switch
        {
            Property.MonotoneAllocation => new LoopLaw(question, flat, payment, hasTwoProfiles: true, needsPayment: false),
            Property.Truthful when payment is not null => new LoopLaw(question, flat, payment, hasTwoProfiles: true, needsPayment: true),
            Property.IndividuallyRational or Property.NoSubsidy when payment is not null => new LoopLaw(question, flat, payment, hasTwoProfiles: false, needsPayment: true),
            Property.Total => new LoopLaw(question, flat, payment, hasTwoProfiles: false, needsPayment: payment is not null),

            // Whoever the focal agent is, nobody better is passed over: that is the whole law.
            Property.Feasible => new LoopLaw(question, flat, payment, hasTwoProfiles: false, needsPayment: false),
            Property.Efficient when system.Form == AllocationForm.Winner => new LoopLaw(question, flat, payment, hasTwoProfiles: false, needsPayment: false),
            _ => null,
        };
    }

    /// <summary>
    /// Whether it is worth while to keep what holds of all agents that nothing refers to: a loop that comes after another one can ask for it.
    /// </summary>
    public bool RemembersCrowd { get; }

    /// <summary>The runs: the allocation at x and x′, then the payment at x and x′, as far as the law needs them.</summary>
    public IReadOnlyList<RunPlan> Plans(AgentModel model)
    {
        IEnumerable<Term> reports = _hasTwoProfiles ? [model.Low, model.High] : [model.Low];
        IEnumerable<FlatCode> codes = _needsPayment ? [_allocation, _payment!] : [_allocation];
        var addsUp = _question.Property == Property.Feasible && _question.System.Form != AllocationForm.Winner && !IsPlenty;
        return [.. codes.SelectMany(code => reports.Select(report => new RunPlan(code, Liveness.Of(code), Literals(code.Rule, addsUp), report, addsUp)))];
    }

    /// <summary>Demands what the law says of the results.</summary>
    public void Demand(AgentModel model, IDecisions decisions, IReadOnlyList<LoopRun> runs)
    {
        if (_question.Property is Property.Efficient or Property.Feasible)
        {
            if (_question.System.Form == AllocationForm.Winner)
            {
                DemandOfWinner(model, decisions, runs[0]);
            }
            else
            {
                DemandOfTotal(model, decisions, runs[0]);
            }

            return;
        }

        var quantities = runs.Take(_hasTwoProfiles ? 2 : 1).Select(run => Quantity(model, decisions, run)).ToArray();
        if (_question.Property == Property.Total)
        {
            foreach (var number in quantities.Concat(runs.Skip(1).Select(run => run.Machine.Result(run.Plan.Code.Rule).Scalar!)))
            {
                Laws.Demand.Finite(decisions, number, "a quantity or a payment can be infinite or NaN");
            }

            return;
        }

        if (!_needsPayment)
        {
            var isSupplier = _question.System.Side == Side.Supplier;
            Laws.Demand.AtMost(decisions, model.Pool, quantities[isSupplier ? 1 : 0], quantities[isSupplier ? 0 : 1], "a better report can lose the allocation");
            return;
        }

        var payments = runs.Skip(quantities.Length).Select(run => run.Machine.Result(run.Plan.Code.Rule).Scalar!).ToArray();
        foreach (var number in quantities.Concat(payments))
        {
            Laws.Demand.Number(decisions, number, "a quantity or a payment can be NaN");
        }

        switch (_question.Property)
        {
            case Property.NoSubsidy:
                Laws.Demand.AtMost(decisions, model.Pool, model.Pool.Constant(Scalar.Zero(payments[0].Kind)), payments[0], "an agent can be paid");
                break;
            case Property.IndividuallyRational:
                var utility = Utility(model, model.Low, quantities[0], payments[0]);
                var outside = model.Pool.Convert(utility.Kind, model.Pool.Constant(_question.System.OutsideOption == 0 ? Scalar.Of(0) : Scalar.Of(_question.System.OutsideOption)));
                Laws.Demand.AtMost(decisions, model.Pool, outside, utility, "a truthful agent can end below its outside option");
                break;
            default:
                const string words = "an agent can gain by a false report";
                Laws.Demand.AtMost(decisions, model.Pool, Utility(model, model.Low, quantities[1], payments[1]), Utility(model, model.Low, quantities[0], payments[0]), words);
                Laws.Demand.AtMost(decisions, model.Pool, Utility(model, model.High, quantities[0], payments[0]), Utility(model, model.High, quantities[1], payments[1]), words);
                break;
        }
    }

    // A winner is nobody or one of the agents, which is all that feasibility asks; the best one, says efficiency.
    private void DemandOfWinner(AgentModel model, IDecisions decisions, LoopRun run)
    {
        var isFocal = Quantity(model, decisions, run) is Term.Constant { Exact.IsZero: false };
        if (_question.Property == Property.Feasible)
        {
            return;
        }

        var winner = run.Machine.Result(run.Plan.Code.Rule).Scalar!;
        if (isFocal)
        {
            EfficiencyLaw.WorthIt(model.Pool, decisions, _question.System, model.Low, EfficiencyLaw.BelowCost);
        }
        else if (winner is Term.Constant { Range.High: < 0 })
        {
            EfficiencyLaw.WorthNothing(model.Pool, decisions, _question.System, model.Low, EfficiencyLaw.LeftOver);
        }
        else
        {
            EfficiencyLaw.AtLeast(model.Pool, decisions, _question.System, model.Report(winner, model.Low, -1), model.Low, EfficiencyLaw.Wasted);
        }
    }

    // Everybody can be served, and nobody is served twice.
    private bool IsPlenty => _question.System is { Form: AllocationForm.Served, Agents.Max: { } most } && most <= _question.System.Supply;

    // Rules count what is left: the numbers up to what there is are kept as they are.
    private IReadOnlyCollection<Scalar> Literals(Rule rule, bool addsUp) => !addsUp ? RuleWalk.Literals(rule)
        : [.. RuleWalk.Literals(rule).Concat(Enumerable.Range(0, (int)Math.Min(MostCounted, _question.System.Supply) + 1).Select(number => Scalar.Of(number))).Distinct()];

    // Everything that was written, together.
    private void DemandOfTotal(AgentModel model, IDecisions decisions, LoopRun run)
    {
        var cell = run.Machine.Result(run.Plan.Code.Rule).Array as FocalCell;
        if (IsPlenty && cell is not null)
        {
            return;
        }

        var total = cell?.Total ?? throw new RuleFailureException("more can be allocated than there is", -1);
        Laws.Demand.AtMost(decisions, model.Pool, total, model.Pool.Constant(Scalar.Of(_question.System.Supply)), "more can be allocated than there is");
    }

    private Term Utility(AgentModel model, Term report, Term quantity, Term payment)
    {
        var kind = Profile.Common(payment.Kind, report.Kind);
        var pool = model.Pool;
        var value = pool.Convert(kind, report);
        value = _question.System.Side == Side.Supplier ? pool.Unary(UnaryOperation.Negate, value) : value;
        return pool.Subtract(pool.Multiply(value, pool.Convert(kind, quantity)), pool.Convert(kind, payment));
    }

    private static Term Quantity(AgentModel model, IDecisions decisions, LoopRun run)
    {
        var result = run.Machine.Result(run.Plan.Code.Rule);
        if (result.Array is { } array)
        {
            var cell = array is FocalCell filled ? filled.Cell : throw new RuleFailureException("the allocation is not an array of all agents", -1);
            return cell.Kind != ScalarKind.Boolean ? cell
                : model.Pool.Constant(Scalar.Of(cell is Term.Constant { Value.AsBoolean: true } ? 1 : 0));
        }

        var winner = result.Scalar!;
        if (winner is Term.Constant { Exact: not null } number && number.Value.AsInteger >= -1 && number.Value.AsInteger < model.Named)
        {
            return model.Pool.Constant(Scalar.Of(ReferenceEquals(winner, model.Focal) ? 1 : 0));
        }

        // An index symbol is an agent's; the focal agent has its own, and no other symbol can be equal to it.
        return ReferenceEquals(winner, model.Focal) ? model.Pool.Constant(Scalar.Of(1))
            : model.IsOther(winner) ? model.Pool.Constant(Scalar.Of(0))
            : throw new RuleFailureException(AgentModel.UnknownAgent, -1);
    }

    // A loop over the agents that begins after another one has ended.
    private static bool HasSequence(FlatCode code)
    {
        var heads = code.Instructions.OfType<Instruction.Head>().Where(head => head.Counter is not null).ToArray();
        return heads.Any(first => heads.Any(second => second.Body > first.Exit));
    }
}
