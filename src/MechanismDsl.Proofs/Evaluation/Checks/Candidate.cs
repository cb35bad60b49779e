using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>A profile, an agent and perhaps another report of it, that may break a law.</summary>
/// <param name="Agents">The number of agents; 1 in questions about scores.</param>
/// <param name="Agent">The focal agent; in questions about scores, the agent whose domains apply.</param>
/// <param name="Inputs">The values of the inputs, as in <see cref="Verdicts.Witness.Inputs"/>.</param>
/// <param name="Other">The focal agent's other report (or value of the focal input); null for laws about one profile.</param>
internal sealed record Candidate(int Agents, int Agent, EquatableArray<EquatableArray<Scalar>> Inputs, Scalar? Other)
{
    /// <summary>The value of an input of an agent (of all, where they share it).</summary>
    public Scalar Value(int input, int agent) => Inputs[input][Inputs[input].Count == 1 ? 0 : agent];

    /// <summary>With another value of an input.</summary>
    public Candidate With(int input, int position, Scalar value)
    {
        var values = Inputs[input].ToArray();
        values[position] = value;
        var inputs = Inputs.ToArray();
        inputs[input] = values.ToEquatableArray();
        return this with { Inputs = inputs.ToEquatableArray() };
    }

    /// <summary>Whether the number of agents and all values are legal in the system.</summary>
    public bool IsLegal(RuleSystem system, int focus)
    {
        if (Agents < 1 || Agent < 0 || Inputs.Count != system.Inputs.Count)
        {
            return false;
        }

        for (var input = 0; input < Inputs.Count; input++)
        {
            var isPerAgent = system.Inputs[input].IsPerAgent();
            if (Inputs[input].Count != (isPerAgent ? Agents : 1))
            {
                return false;
            }

            for (var position = 0; position < Inputs[input].Count; position++)
            {
                if (!DomainAt(system, input, position).Contains(Inputs[input][position]))
                {
                    return false;
                }
            }
        }

        return Other is not { } other || DomainAt(system, focus, Agents == 1 ? 0 : Agent).Contains(other);
    }

    /// <summary>The domain of a value; a profile of one agent can stand for any agent.</summary>
    public Domain DomainAt(RuleSystem system, int input, int position)
    {
        var domains = system.Inputs[input].Domains;
        return domains.Count == 1 ? domains[0] : domains[Agents == 1 ? Agent : position];
    }
}
