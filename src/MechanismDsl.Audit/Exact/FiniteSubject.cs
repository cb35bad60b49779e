using System.Globalization;
using System.Numerics;
using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Subjects;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Auditing.Exact;

/// <summary>A mechanism with finitely many types: its profiles and their probabilities.</summary>
internal sealed class FiniteSubject
{
    private FiniteSubject(Subject subject, TypeSpace types) => (Subject, Types) = (subject, types);

    /// <summary>The mechanism.</summary>
    public Subject Subject { get; }

    /// <summary>The profiles.</summary>
    public TypeSpace Types { get; }

    /// <summary>Looks at the types before any work is done.</summary>
    /// <exception cref="AuditException">There are none, too many, or some that are no numbers.</exception>
    public static FiniteSubject Of(Subject subject, AuditSetup setup)
    {
        for (var agent = 0; agent < subject.Parties.Count; agent++)
        {
            Check(subject, agent);
        }

        var profiles = subject.Parties.Aggregate(BigInteger.One, (product, party) => product * party.Types!.Count);
        return profiles <= setup.MostProfiles
            ? new FiniteSubject(subject, new TypeSpace(subject.Parties.Select(party => party.Types!.Count).ToEquatableArray()))
            : throw new AuditException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{subject.Name}' has {string.Join(" · ", subject.Parties.Select(party => party.Types!.Count))} = {profiles} profiles of types, and MostProfiles is {setup.MostProfiles}: hand over fewer types or agents, raise MostProfiles, or use Audit.Search."));
    }

    /// <summary>The types at a profile.</summary>
    public IReadOnlyList<double[]> At(int profile) => [.. Subject.Parties.Select((party, agent) => party.Types![Types.TypeAt(profile, agent)])];

    /// <summary>The common prior; null if none is known.</summary>
    /// <exception cref="AuditException">The weights do not fit the types.</exception>
    public JointDistribution? Prior(DeclaredMechanism mechanism, AuditSetup setup)
    {
        try
        {
            if (setup.JointWeights is { } joint)
            {
                return JointDistribution.FromWeights(Types, [.. joint.Select(RationalText.FromDecimal)]);
            }

            if (setup.Weights is { Count: > 0 } weights)
            {
                return JointDistribution.Independent([.. Subject.Parties.Select((party, agent) => Normalised(party, Party.Row(weights, agent, nameof(AuditSetup.Weights))))]);
            }

            if (setup.Types is not null || setup.Vectors is not null)
            {
                return null;
            }

            if (mechanism.Find("JointPrior") is { } declared)
            {
                // What lies in a file only the compiler has read.
                return declared.Attribute is JointPriorAttribute { File: not null } ? null : JointDistribution.FromWeights(Types, DeclaredTypes.JointWeights(declared));
            }

            if (Subject.Parties.All(party => party.Masses is not null))
            {
                return JointDistribution.Independent([.. Subject.Parties.Select(party => party.Masses!)]);
            }

            return Subject.Parties.All(party => DeclaredTypes.Atoms(party.Prior) is { } atoms && atoms.Values.SequenceEqual(party.Types!.Select(type => type[0])))
                ? JointDistribution.Independent([.. Subject.Parties.Select(party => DeclaredTypes.Atoms(party.Prior)!.Value.Masses)])
                : null;
        }
        catch (ArgumentException wrong)
        {
            throw new AuditException($"The weights of the types of '{Subject.Name}' are no distribution: {wrong.Message}");
        }
    }

    private static IReadOnlyList<Fraction> Normalised(Party party, IReadOnlyList<double> weights) => weights.Count == party.Types!.Count
        ? [.. weights.Select(RationalText.FromDecimal)]
        : throw new AuditException(FormattableString.Invariant($"{party.Name} has {party.Types.Count} types and {weights.Count} weights."));

    private static void Check(Subject subject, int agent)
    {
        var party = subject.Parties[agent];
        if (party.Types is null)
        {
            var prior = party.Prior is null ? party.WhyNoPrior ?? "no types are declared" : $"they are distributed as {party.Prior.Describe()}";
            throw new AuditException($"The types of {party.Name} in '{subject.Name}' are not finitely many ({prior}): hand over some ({(party.Dimensions.Count == 1 ? "Types = [[1, 2, 3]]" : "Vectors = [[[5, 2], [4, 3]]]")}), or use Audit.Search.");
        }

        if (party.Types.Count == 0)
        {
            throw new AuditException($"{party.Name} of '{subject.Name}' has no types: every agent needs at least one.");
        }

        foreach (var type in party.Types)
        {
            if (!type.All(double.IsFinite))
            {
                throw new AuditException($"A type of {party.Name} of '{subject.Name}' is not a finite number: {subject.Text(agent, type)}.");
            }

            if (type.Length == party.Dimensions.Count && Enumerable.Range(0, type.Length).Any(number => party.Dimensions[number].IsPublic && type[number] != party.Types[0][number]))
            {
                throw new AuditException($"The types of {party.Name} differ in a public number, {subject.Text(agent, party.Types[0])} and {subject.Text(agent, type)}: it is no lie to have it. Audit one set of public numbers at a time.");
            }
        }

        if (party.Types.Select(type => subject.Text(agent, type)).Distinct(StringComparer.Ordinal).Count() != party.Types.Count)
        {
            throw new AuditException($"{party.Name} of '{subject.Name}' has a type twice.");
        }
    }
}
