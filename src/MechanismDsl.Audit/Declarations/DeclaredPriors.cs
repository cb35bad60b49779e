using System.Globalization;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Auditing.Declarations;

/// <summary>The distribution of an agent's type, by its declaration.</summary>
internal static class DeclaredPriors
{
    /// <summary>The prior of an agent; null if none is declared, or if it lies in a file that only the compiler reads.</summary>
    /// <exception cref="AuditException">The numbers of a prior are outside their domain.</exception>
    public static Prior? Of(DeclaredMechanism mechanism, DeclaredAgent agent)
    {
        if (agent.Use is { Argument: { } own } use)
        {
            return Create(own, use.Get<double[]>("Parameters") ?? []);
        }

        var named = mechanism.Uses.Where(one => IsPrior(one) && one.Get<string>("Agent") is { } name && name == agent.Name).ToList();
        var uses = named.Count > 0 ? named : [.. mechanism.Uses.Where(one => IsPrior(one) && one.Get<string>("Agent") is null)];
        if (uses.Count == 0)
        {
            return null;
        }

        var components = uses.Select(Component).ToEquatableArray();
        return Good(PriorCatalogue.Mixture(components, uses.Select(one => one.Name == "Prior" ? one.Get<double>("Weight") : 1).ToEquatableArray()));
    }

    /// <summary>The prior of a good for an agent, the nearest to both; null if none is declared.</summary>
    /// <exception cref="AuditException">The numbers of a prior are outside their domain.</exception>
    public static Prior? OfGood(DeclaredMechanism mechanism, DeclaredAgent agent, int good)
    {
        bool IsFor(DeclaredUse use, bool isOwn, bool isOfGood) =>
            use.Get<string>("Agent") == (isOwn ? agent.Name : null) && (!isOwn || agent.Name is not null) && (isOfGood ? use.Get<int?>("Good") == good : use.Get<int?>("Good") is null or < 0);
        foreach (var (isOwn, isOfGood) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            if (isOwn && !isOfGood && agent.Use is { Argument: { } own } use)
            {
                return Create(own, use.Get<double[]>("Parameters") ?? []);
            }

            var uses = mechanism.Uses.Where(one => IsPrior(one) && IsFor(one, isOwn, isOfGood)).ToList();
            if (uses.Count > 0)
            {
                return Good(PriorCatalogue.Mixture(uses.Select(Component).ToEquatableArray(), uses.Select(one => one.Name == "Prior" ? one.Get<double>("Weight") : 1).ToEquatableArray()));
            }
        }

        return null;
    }

    private static bool IsPrior(DeclaredUse use) => use.Name is "Prior" or "HistogramPrior" or "DiscretePrior";

    private static Prior Component(DeclaredUse use) => use.Attribute switch
    {
        HistogramPriorAttribute histogram => Good(PriorCatalogue.Histogram(histogram.Edges.ToEquatableArray(), histogram.Masses.ToEquatableArray())),
        DiscretePriorAttribute discrete => Good(PriorCatalogue.Discrete(discrete.Values.ToEquatableArray(), discrete.Weights.ToEquatableArray())),
        _ => Create(use.Argument!, use.Get<double[]>("Parameters") ?? []),
    };

    private static Prior Create(Type prior, double[] parameters) => PriorCatalogue.Find(prior.Name) is not null && prior.Namespace == typeof(IPrior).Namespace
        ? Good(PriorCatalogue.Create(prior.Name, parameters.ToEquatableArray()))
        : OwnPrior.Create(prior, parameters);

    private static Prior Good(PriorReading reading) =>
        reading.Prior ?? throw new AuditException(string.Create(CultureInfo.InvariantCulture, $"A prior of the declaration is none: {reading.Violations[0].Message}."));
}
