using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>The values of all inputs for a number of agents; they can be changed in place.</summary>
internal sealed class Profile
{
    private readonly ArrayValue[] _values;

    public Profile(RuleSystem system, int agents)
    {
        Agents = agents;
        _values = [.. system.Inputs.Select(input => new ArrayValue(input.DomainOf(0).Kind, input.IsPerAgent() ? agents : 1))];
    }

    public Profile(RuleSystem system, int agents, EquatableArray<EquatableArray<Scalar>> inputs)
        : this(system, agents)
    {
        if (inputs.Count != _values.Length)
        {
            throw new ArgumentException($"the system has {_values.Length} inputs", nameof(inputs));
        }

        for (var input = 0; input < _values.Length; input++)
        {
            if (inputs[input].Count != _values[input].Length)
            {
                throw new ArgumentException($"input {input} has {_values[input].Length} values", nameof(inputs));
            }

            for (var agent = 0; agent < _values[input].Length; agent++)
            {
                _values[input][agent] = inputs[input][agent];
            }
        }
    }

    /// <summary>The number of agents.</summary>
    public int Agents { get; }

    /// <summary>The values of an input: one for all agents, or one for each.</summary>
    public ArrayValue this[int input] => _values[input];

    /// <summary>The value of an input for an agent.</summary>
    public Scalar Get(int input, int agent) => _values[input][_values[input].Length == 1 ? 0 : agent];

    /// <summary>Changes the value of an input for an agent (for all, if they share it).</summary>
    public void Set(int input, int agent, Scalar value) => _values[input][_values[input].Length == 1 ? 0 : agent] = value;

    /// <summary>The values as they are now.</summary>
    public EquatableArray<EquatableArray<Scalar>> ToInputs() =>
        _values.Select(values => Enumerable.Range(0, values.Length).Select(index => values[index]).ToEquatableArray()).ToEquatableArray();
}
