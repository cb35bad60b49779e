using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Runs one rule of a system on profiles. The arguments are copies, so that a rule that writes to its arrays leaves the profile as it is.</summary>
internal sealed class RuleRunner
{
    private readonly CompiledRule _rule;
    private readonly int[] _inputs;

    public RuleRunner(Rule rule, RuleSystem system, bool traces, CancellationToken cancellation)
    {
        _rule = new CompiledRule(rule, traces);
        Frame = _rule.NewFrame();
        Frame.Cancellation = cancellation;
        _inputs = new int[rule.Parameters.Count];
        var next = 0;
        for (var position = 0; position < _inputs.Length; position++)
        {
            var parameter = rule.Parameters[position];
            _inputs[position] = parameter.Role is ParameterRole.Agent or ParameterRole.Output ? -1 : next++;
            if (_inputs[position] >= 0 && parameter.Variable.IsArray && !system.Inputs[_inputs[position]].IsPerAgent())
            {
                throw new ArgumentException($"'{parameter.Name}' takes one value for every agent, but the input is one value", nameof(rule));
            }
        }

        if (next != system.Inputs.Count)
        {
            throw new ArgumentException($"'{rule.Name}' takes {next} inputs, but the system has {system.Inputs.Count}", nameof(rule));
        }
    }

    /// <summary>The state after a run.</summary>
    public Frame Frame { get; }

    /// <summary>The scalar result of a completed run.</summary>
    public Scalar Value => Frame.Read(_rule.Rule.Result);

    /// <summary>The resulting array of a completed run; valid until the next run.</summary>
    public ArrayValue Values => Frame.ArrayAt(_rule.Rule.Result.Index);

    /// <summary>Whether the result is an array.</summary>
    public bool GivesArray => _rule.Rule.Result.IsArray;

    public RunStatus Run(Profile profile, int agent)
    {
        Frame.Reset();
        var parameters = _rule.Rule.Parameters;
        for (var position = 0; position < _inputs.Length; position++)
        {
            var parameter = parameters[position];
            var variable = parameter.Variable;
            if (parameter.Role == ParameterRole.Agent)
            {
                Frame.Longs[variable.Index] = agent;
            }
            else if (parameter.Role == ParameterRole.Output)
            {
                Frame.Arrays[variable.Index] = Frame.NewArray(variable.Kind, profile.Agents);
            }
            else if (variable.IsArray)
            {
                var source = profile[_inputs[position]];
                var copy = Frame.NewArray(variable.Kind, source.Length);
                copy.CopyFrom(source);
                Frame.Arrays[variable.Index] = copy;
            }
            else
            {
                var source = profile[_inputs[position]];
                Frame.Assign(variable, source, source.Length == 1 ? 0 : agent);
            }
        }

        return _rule.Run(Frame);
    }
}
