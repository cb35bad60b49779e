using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Symbolic;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>One execution of one rule that stops at every loop over all agents.</summary>
internal sealed class LoopRun
{
    /// <summary>What is said where a loop is not over all agents in turn.</summary>
    public const string UnknownLoop = "a loop does not go through the agents one after the other";

    private readonly AgentModel _model;
    private readonly IDecisions _decisions;

    /// <summary>An execution at the beginning of its rule.</summary>
    /// <param name="model">The agents.</param>
    /// <param name="decisions">The path.</param>
    /// <param name="plan">What is executed, with which focal report.</param>
    public LoopRun(AgentModel model, IDecisions decisions, RunPlan plan)
    {
        _model = model;
        _decisions = decisions;
        Plan = plan;
        Machine = new Machine(model.Pool, decisions, (kind, length) => ReferenceEquals(length, model.Number) ? NewCell(kind) : null);
    }

    /// <summary>What is executed.</summary>
    public RunPlan Plan { get; }

    /// <summary>The variables.</summary>
    public Machine Machine { get; }

    /// <summary>The next instruction.</summary>
    public int At { get; set; }

    /// <summary>Whether the execution has ended.</summary>
    public bool HasEnded => At == Plan.Code.Instructions.Count;

    /// <summary>The head at which the execution has stopped.</summary>
    public Instruction.Head Head => (Instruction.Head)Plan.Code.Instructions[At];

    /// <summary>Gives the parameters their arguments.</summary>
    public void Begin()
    {
        var arguments = new List<Argument>();
        var input = 0;
        foreach (var parameter in Plan.Code.Rule.Parameters)
        {
            arguments.Add(parameter.Role switch
            {
                ParameterRole.Agent => Argument.Of(_model.Focal),
                ParameterRole.Output => Argument.Of(NewCell(parameter.Variable.Kind)),
                ParameterRole.Reports or ParameterRole.PublicOfAgents => Argument.Of(OfInput(input++)),
                ParameterRole.Public => Argument.Of(_model.Common(input++)),
                _ => throw new RuleFailureException("the rule is about one agent", -1),
            });
        }

        Machine.Bind(Plan.Code.Rule, arguments);
    }

    /// <summary>The array with a number: 0 are the reports, 1 + i is the public input i.</summary>
    public AgentArray InputArray(int number) =>
        number == 0 ? new ReportArray(_model, Plan.FocalReport) : new PublicArray(_model, number - 1, _model.System.Inputs[number - 1].DomainOf(0).Kind);

    /// <summary>Executes until a loop over all agents turns, or the rule ends.</summary>
    /// <param name="current">The index that the loop with this head is at; null if none of the enclosing loops has it.</param>
    public void RunToStop(Func<int, Term?> current)
    {
        while (!HasEnded)
        {
            _decisions.Step();
            switch (Plan.Code.Instructions[At])
            {
                case Instruction.Simple simple:
                    Machine.Execute(simple.Statement);
                    At++;
                    break;
                case Instruction.Branch branch:
                    At = Machine.IsTrue(branch.Test) ? At + 1 : branch.Otherwise;
                    break;
                case Instruction.Jump jump:
                    At = jump.Target;
                    break;
                case Instruction.Head head when Stops(head, current(At)):
                    return;
                default:
                    At++;
                    break;
            }
        }
    }

    private bool Stops(Instruction.Head head, Term? current)
    {
        if (head.Counter is not { } counter || (head.Bound is { } bound && !ReferenceEquals(Machine.ValueOf(bound), _model.Number)))
        {
            return false;
        }

        var value = Machine.ValueOf(new Expression.Read(counter));
        var one = _model.Pool.Constant(Scalar.Of(1));
        if (head.IsDescending)
        {
            // From anywhere else the loop is gone through step by step: so are the agents with a number, which come last.
            return ReferenceEquals(value, current is null ? _model.Last : _model.Pool.Subtract(current, one));
        }

        var expected = current is null ? _model.Pool.Constant(Scalar.Of(_model.Named)) : _model.Pool.Add(current, one);
        if (ReferenceEquals(value, expected))
        {
            return true;
        }

        // The agents with a number are gone through one by one.
        return value is Term.Constant { Exact: not null } number && number.Value.AsInteger < _model.Named
            ? false
            : throw new RuleFailureException(UnknownLoop, -1);
    }

    private AgentArray OfInput(int input) => InputArray(_model.System.Inputs[input].Role == ParameterRole.PublicOfAgents ? 1 + input : 0);

    private FocalCell NewCell(ScalarKind kind) => new(
        _model, kind, _model.Pool.Constant(Scalar.Zero(kind)), Plan.AddsUp ? _model.Pool.Constant(Scalar.Zero(kind == ScalarKind.Boolean ? ScalarKind.Int32 : kind)) : null);
}

/// <summary>A rule to be executed in one of the two profiles.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Live">Its live variables.</param>
/// <param name="Literals">The fixed values that are written in it.</param>
/// <param name="FocalReport">The focal report, x or x′.</param>
/// <param name="AddsUp">Whether it is noted what everybody gets together.</param>
internal sealed record RunPlan(FlatCode Code, IReadOnlyList<HashSet<int>> Live, IReadOnlyCollection<Scalar> Literals, Term FocalReport, bool AddsUp);
