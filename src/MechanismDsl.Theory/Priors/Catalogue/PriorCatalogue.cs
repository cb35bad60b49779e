using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>From the numbers of a declaration to a prior, or to what is wrong with them. Every prior of a declaration passes here.</summary>
public static class PriorCatalogue
{
    /// <summary>The families with a name of their own, in alphabetical order; histograms, discrete priors and mixtures have methods below.</summary>
    public static EquatableArray<PriorFamily> All { get; } = Families.All.Select(definition => definition.Family).ToEquatableArray();

    /// <summary>The family with this name; null if there is none.</summary>
    public static PriorFamily? Find(string name) => Definition(name)?.Family;

    /// <summary>The prior of a family with these parameters in order; optional ones may be left out at the end.</summary>
    public static PriorReading Create(string family, EquatableArray<double> parameters)
    {
        if (Definition(family) is not { } definition)
        {
            return Wrong(ViolationKind.Family, family, 0, $"one of {string.Join(", ", All.Select(known => known.Name))}");
        }

        var declared = definition.Family.Parameters;
        if (parameters.Count < definition.Family.Required || parameters.Count > declared.Count)
        {
            var count = definition.Family.Required == declared.Count
                ? Numerals.Format(declared.Count)
                : $"{Numerals.Format(definition.Family.Required)} to {Numerals.Format(declared.Count)}";
            return Wrong(ViolationKind.Count, family, parameters.Count, $"given {count} {(declared.Count == 1 ? "number" : "numbers")}, {definition.Family.Signature}, not {Numerals.Format(parameters.Count)}");
        }

        double[] complete = [.. parameters, .. declared.Skip(parameters.Count).Select(parameter => parameter.Default ?? double.NaN)];
        var violations = definition.Violations(complete).ToEquatableArray();
        return violations.Count > 0 ? new(null, violations) : new(definition.Make(complete), []);
    }

    /// <summary>A piecewise constant density: masses over the intervals between neighbouring edges, normalised.</summary>
    public static PriorReading Histogram(EquatableArray<double> edges, EquatableArray<double> masses)
    {
        var violation = TableDomain.OfHistogram(edges, masses);
        return violation is null ? new(new HistogramPrior(edges, masses), []) : new(null, [violation]);
    }

    /// <summary>Finitely many values with weights, normalised.</summary>
    public static PriorReading Discrete(EquatableArray<double> values, EquatableArray<double> weights)
    {
        var violation = TableDomain.OfDiscrete(values, weights);
        return violation is null ? new(new DiscretePrior(values, weights), []) : new(null, [violation]);
    }

    /// <summary>
    /// A mixture of priors that are all continuous or all atomic; a single component is returned as it is. Weights are normalised.
    /// </summary>
    public static PriorReading Mixture(EquatableArray<Prior> components, EquatableArray<double> weights)
    {
        if (components.Count == 0 || components.Count != weights.Count)
        {
            return Wrong(ViolationKind.Count, "Weight", weights.Count, "given once for each of one or more components");
        }

        for (var index = 0; index < weights.Count; index++)
        {
            if (!(weights[index] >= 1 / DomainRules.LargestAmount && weights[index] <= DomainRules.LargestAmount))
            {
                return new(null, [new(ViolationKind.Domain, "Weight", index, weights[index], "positive and finite", [])]);
            }
        }

        if (components.Count == 1)
        {
            return new(components[0], []);
        }

        if (components.All(component => component is ContinuousPrior))
        {
            return new(new MixturePrior(components.Cast<ContinuousPrior>().ToEquatableArray(), weights), []);
        }

        if (components.All(component => component is AtomicPrior))
        {
            return new(new AtomicMixturePrior(components.Cast<AtomicPrior>().ToEquatableArray(), weights), []);
        }

        var atomic = components.First(component => component is AtomicPrior);
        var continuous = components.First(component => component is ContinuousPrior);
        return Wrong(
            ViolationKind.Mixture,
            "The mixture",
            0,
            $"of distributions that all have densities or all have finitely many values: {atomic.Describe()} has atoms and {continuous.Describe()} a density, "
            + "and neither the discrete nor the continuous virtual value is defined for both at once");
    }

    private static FamilyDefinition? Definition(string name) => Families.All.FirstOrDefault(definition => definition.Family.Name == name);

    private static PriorReading Wrong(ViolationKind kind, string parameter, int index, string domain) =>
        new(null, [new(kind, parameter, index, double.NaN, domain, [])]);
}
