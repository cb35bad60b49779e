using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Auditing.Subjects;
using MechanismDsl.Theory.Finite;

namespace MechanismDsl.Auditing.Simulating;

/// <summary>How profiles of types are drawn: each agent's type by itself, or the whole profile at once.</summary>
internal sealed class TypeDraws
{
    private readonly TypeSpace? _profiles;
    private readonly double[] _cumulative = [];
    private readonly double[][] _middles = [];

    private TypeDraws(TypeSampler[] samplers) => Samplers = samplers;

    private TypeDraws(TypeSampler[] samplers, JointDistribution joint, double[][] masses)
        : this(samplers)
    {
        _profiles = joint.Types;
        _middles = [.. masses.Select(Middles)];
        _cumulative = new double[joint.Masses.Count];
        var sum = 0.0;
        for (var profile = 0; profile < _cumulative.Length; profile++)
        {
            sum += Rational.Near(joint.Masses[profile]);
            _cumulative[profile] = sum;
        }
    }

    /// <summary>The agents' distributions; of joint ones the marginals.</summary>
    public TypeSampler[] Samplers { get; }

    /// <summary>Whether every type is drawn by itself.</summary>
    public bool AreIndependent => _profiles is null;

    /// <summary>Uniform numbers a profile takes.</summary>
    public int Width => AreIndependent ? Samplers.Length : 1;

    /// <summary>How the types of a mechanism are drawn.</summary>
    /// <exception cref="AuditException">An agent has no prior.</exception>
    public static TypeDraws Of(Subject subject, DeclaredMechanism mechanism, AuditSetup setup)
    {
        if (setup.JointWeights is not null || (mechanism.Has("JointPrior") && setup.Types is null && setup.Vectors is null))
        {
            var joint = FiniteSubject.Of(subject, setup).Prior(mechanism, setup)!;
            double[][] masses = [.. subject.Parties.Select((_, agent) => Marginals(joint, agent))];
            return new TypeDraws([.. subject.Parties.Select((party, agent) => TypeSampler.Of(party.Types!, masses[agent]))], joint, masses);
        }

        return new TypeDraws([.. subject.Parties.Select((party, agent) => Sampler(subject, party, agent, setup))]);
    }

    /// <summary>The types of one profile and the range that each belongs to.</summary>
    public void At(ReadOnlySpan<double> uniforms, double[][] types, int[] bands)
    {
        var profile = _profiles is null ? 0 : TypeSampler.Index(_cumulative, uniforms[0]);
        for (var agent = 0; agent < types.Length; agent++)
        {
            var uniform = _profiles is null ? uniforms[agent] : _middles[agent][_profiles.TypeAt(profile, agent)];
            types[agent] = Samplers[agent].Type(uniform);
            bands[agent] = Samplers[agent].Band(uniform);
        }
    }

    /// <summary>For each type a uniform number that its marginal distribution turns into it.</summary>
    private static double[] Middles(double[] masses)
    {
        var (middles, sum) = (new double[masses.Length], 0.0);
        for (var type = 0; type < masses.Length; type++)
        {
            middles[type] = sum + (masses[type] / 2);
            sum += masses[type];
        }

        return middles;
    }

    private static double[] Marginals(JointDistribution joint, int agent) =>
        [.. Enumerable.Range(0, joint.Types.Counts[agent]).Select(type => Rational.Near(joint.Marginal(agent, type)))];

    private static TypeSampler Sampler(Subject subject, Party party, int agent, AuditSetup setup)
    {
        if (setup.Weights is { Count: > 0 } weights && party.Types is { Count: > 0 } types)
        {
            var row = Party.Row(weights, agent, nameof(AuditSetup.Weights));
            if (row.Count != types.Count || row.Any(weight => !(weight >= 0)) || !(row.Sum() > 0))
            {
                throw new AuditException(FormattableString.Invariant($"{party.Name} of '{subject.Name}' has {types.Count} types: Weights needs as many numbers of at least 0, not all of them 0."));
            }

            return TypeSampler.Of(types, [.. row.Select(weight => weight / row.Sum())]);
        }

        return party.Prior is { } prior && setup.Types is null
            ? TypeSampler.Of(prior)
            : throw new AuditException($"The types of {party.Name} in '{subject.Name}' have no prior ({party.WhyNoPrior ?? "none is declared"}): hand over Types (or Vectors) and Weights.");
    }
}
