using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>All profiles of a number of agents whose domains are finite, numbered from 0: the last coordinate varies fastest.</summary>
internal sealed class ProfileSpace
{
    private readonly List<(int Input, int Position, Scalar[] Values)> _coordinates = [];

    private ProfileSpace(RuleSystem system, int agents, int domainAgent)
    {
        Profile = new Profile(system, agents);
        Count = 1;
        for (var input = 0; input < system.Inputs.Count; input++)
        {
            for (var position = 0; position < Profile[input].Length; position++)
            {
                var values = system.Inputs[input].DomainOf(agents == 1 ? domainAgent : position).All();
                _coordinates.Add((input, position, values));
                Count *= values.Length;
            }
        }
    }

    /// <summary>The profile that <see cref="Select"/> chose last.</summary>
    public Profile Profile { get; }

    /// <summary>The number of profiles.</summary>
    public int Count { get; }

    /// <summary>The space, or null if it has more than <paramref name="most"/> profiles or an input that is not finite.</summary>
    /// <param name="system">The rules.</param>
    /// <param name="agents">The number of agents.</param>
    /// <param name="domainAgent">The agent whose domains apply to profiles of one agent.</param>
    /// <param name="most">The largest number of profiles.</param>
    public static ProfileSpace? Of(RuleSystem system, int agents, int domainAgent, int most)
    {
        var count = 1.0;
        foreach (var input in system.Inputs)
        {
            for (var position = 0; position < (input.IsPerAgent() ? agents : 1); position++)
            {
                count *= input.DomainOf(agents == 1 ? domainAgent : position).CountUpTo(most) ?? double.PositiveInfinity;
            }
        }

        return count <= most ? new ProfileSpace(system, agents, domainAgent) : null;
    }

    /// <summary>Makes <see cref="Profile"/> the profile with this number.</summary>
    public void Select(int number)
    {
        for (var coordinate = _coordinates.Count - 1; coordinate >= 0; coordinate--)
        {
            var (input, position, values) = _coordinates[coordinate];
            Profile[input][position] = values[number % values.Length];
            number /= values.Length;
        }
    }

    /// <summary>
    /// Along the coordinate of an input of an agent: how many values it has, and how far apart the numbers of neighbouring profiles are.
    /// </summary>
    public (int Length, int Stride) Axis(int input, int position)
    {
        var stride = 1;
        for (var coordinate = _coordinates.Count - 1; coordinate >= 0; coordinate--)
        {
            var (ofInput, ofPosition, values) = _coordinates[coordinate];
            if (ofInput == input && (ofPosition == position || Profile[input].Length == 1))
            {
                return (values.Length, stride);
            }

            stride *= values.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(position));
    }

    /// <summary>The values along a coordinate, ascending.</summary>
    public Scalar[] Values(int input, int position) =>
        _coordinates.First(coordinate => coordinate.Input == input && (coordinate.Position == position || Profile[input].Length == 1)).Values;
}
