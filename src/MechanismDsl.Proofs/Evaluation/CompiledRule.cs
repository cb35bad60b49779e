using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>A rule that can be executed, with the semantics of the C# that it was lowered from, to the bit.</summary>
public sealed class CompiledRule
{
    private readonly StatementCode _body;
    private readonly int _variables;

    /// <summary>Compiles a rule; takes microseconds.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="traces">Whether runs note the branches that they take, see <see cref="RuleResult.Trace"/>; they are slower then.</param>
    /// <exception cref="ArgumentException">The rule is not well formed: kinds do not match, or a block that is left is not around the statement.</exception>
    public CompiledRule(Rule rule, bool traces = false)
    {
        Rule = rule;
        (_body, _variables) = RuleCompiler.Compile(rule, traces);
    }

    /// <summary>What is executed.</summary>
    public Rule Rule { get; }

    /// <summary>A frame for runs of this rule; one for every thread.</summary>
    internal Frame NewFrame() => new(_variables);

    /// <summary>Runs the body in a frame that holds the arguments.</summary>
    internal RunStatus Run(Frame frame)
    {
        _body(frame);
        return frame.Status;
    }

    /// <summary>Executes the rule once.</summary>
    /// <param name="arguments">
    /// The values of the parameters other than <see cref="ParameterRole.Agent"/> and <see cref="ParameterRole.Output"/>, in their order: one value for
    /// a scalar, the elements for an array. They are copied.
    /// </param>
    /// <param name="agent">The argument for a parameter with the role <see cref="ParameterRole.Agent"/>.</param>
    /// <param name="agents">The number of elements of an <see cref="ParameterRole.Output"/>.</param>
    /// <param name="cancellation">Asked every 256 steps.</param>
    public RuleResult Execute(EquatableArray<EquatableArray<Scalar>> arguments, int agent = 0, int agents = 0, CancellationToken cancellation = default)
    {
        var frame = NewFrame();
        frame.Cancellation = cancellation;
        var next = 0;
        foreach (var parameter in Rule.Parameters)
        {
            var variable = parameter.Variable;
            if (parameter.Role == ParameterRole.Agent)
            {
                frame.Longs[variable.Index] = agent;
            }
            else if (parameter.Role == ParameterRole.Output)
            {
                frame.Arrays[variable.Index] = frame.NewArray(variable.Kind, agents);
            }
            else
            {
                Pass(frame, variable, arguments[next++]);
            }
        }

        var status = Run(frame);
        var values = status == RunStatus.Completed ? Result(frame) : [];
        return new RuleResult(frame.Status, frame.Failure, values, frame.Trace.ToEquatableArray());
    }

    private static void Pass(Frame frame, Variable variable, EquatableArray<Scalar> values)
    {
        var cells = frame.NewArray(variable.Kind, variable.IsArray ? values.Count : 1);
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = values[index];
        }

        if (variable.IsArray)
        {
            frame.Arrays[variable.Index] = cells;
        }
        else
        {
            frame.Assign(variable, cells, 0);
        }
    }

    private EquatableArray<Scalar> Result(Frame frame)
    {
        if (!Rule.Result.IsArray)
        {
            return [frame.Read(Rule.Result)];
        }

        var array = frame.ArrayAt(Rule.Result.Index);
        return Enumerable.Range(0, array.Length).Select(index => array[index]).ToEquatableArray();
    }
}

/// <summary>What one run of a rule gave.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Failure">The name of the exception's type, if it failed.</param>
/// <param name="Values">The result: one value, or the elements of the resulting array; empty unless completed.</param>
/// <param name="Trace">The branches with a place in the source, in the order of execution and with the decision; empty unless the rule was compiled for tracing.</param>
public sealed record RuleResult(RunStatus Status, string? Failure, EquatableArray<Scalar> Values, EquatableArray<(int Site, bool Taken)> Trace);
