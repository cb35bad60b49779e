using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The domain of priors that are given by two arrays.</summary>
internal static class TableDomain
{
    /// <summary>More entries are a data file, not a declaration.</summary>
    private const int MaximumEntries = 10_000;

    public static PriorViolation? OfHistogram(EquatableArray<double> edges, EquatableArray<double> masses)
    {
        if (edges.Count < 2 || edges.Count > MaximumEntries)
        {
            return Count("edges", edges.Count, "given as at least two and at most 10000 numbers");
        }

        return OfPlaces("edges", edges, masses)
            ?? (masses.Count != edges.Count - 1
                ? Count("masses", masses.Count, $"given as {Numerals.Format(edges.Count - 1)} numbers, one for each interval between neighbouring edges, not {Numerals.Format(masses.Count)}")
                : null)
            ?? OfWeights("masses", edges, masses, zeroAllowed: true);
    }

    public static PriorViolation? OfDiscrete(EquatableArray<double> values, EquatableArray<double> weights)
    {
        if (values.Count < 1 || values.Count > MaximumEntries)
        {
            return Count("values", values.Count, "given as at least one and at most 10000 numbers");
        }

        return (weights.Count != values.Count
                ? Count("weights", weights.Count, $"given as {Numerals.Format(values.Count)} numbers, one a value, not {Numerals.Format(weights.Count)}")
                : null)
            ?? OfPlaces("values", values, weights)
            ?? OfWeights("weights", values, weights, zeroAllowed: false);
    }

    /// <summary>Places on the line: finite, not negative, strictly increasing.</summary>
    private static PriorViolation? OfPlaces(string name, EquatableArray<double> places, EquatableArray<double> weights)
    {
        for (var index = 0; index < places.Count; index++)
        {
            if (!(places[index] >= 0 && places[index] <= DomainRules.LargestAmount))
            {
                return Entry(name, index, places[index], "a number from 0 to 1E15", []);
            }
        }

        for (var index = 1; index < places.Count; index++)
        {
            if (!(places[index] > places[index - 1]))
            {
                return Entry(name, index, places[index], $"above {name}[{Numerals.Format(index - 1)}] = {Numerals.Format(places[index - 1])}", Sorted(name, places, weights));
            }
        }

        return null;
    }

    private static PriorViolation? OfWeights(string name, EquatableArray<double> places, EquatableArray<double> weights, bool zeroAllowed)
    {
        for (var index = 0; index < weights.Count; index++)
        {
            var weight = weights[index];
            if (zeroAllowed && weight == 0)
            {
                continue;
            }

            if (!(weight >= 1 / DomainRules.LargestAmount && weight <= DomainRules.LargestAmount))
            {
                var repair = weight < 0 ? [new PriorRepair($"Set {name}[{Numerals.Format(index)}] to {Numerals.Format(-weight)}", places, Replaced(weights, index, -weight))]
                    : weight == 0 && weights.Count > 1 ? [new PriorRepair($"Remove the value {Numerals.Format(places[index])}", Without(places, index), Without(weights, index))]
                    : EquatableArray<PriorRepair>.Empty;
                return Entry(name, index, weight, zeroAllowed ? "zero, or a number from 1E-15 to 1E15" : "a number from 1E-15 to 1E15", repair);
            }
        }

        return weights.All(weight => weight == 0) ? new(ViolationKind.Domain, name, 0, 0, "positive for at least one interval", []) : null;
    }

    /// <summary>Sorting repairs values that are all different; the masses of a histogram belong to intervals and stay in their order.</summary>
    private static EquatableArray<PriorRepair> Sorted(string name, EquatableArray<double> places, EquatableArray<double> weights)
    {
        if (places.Distinct().Count() < places.Count)
        {
            return [];
        }

        var order = Enumerable.Range(0, places.Count).OrderBy(index => places[index]).ToList();
        var sorted = order.Select(index => places[index]).ToEquatableArray();
        return weights.Count == places.Count
            ? [new($"Sort the {name} with their weights", sorted, order.Select(index => weights[index]).ToEquatableArray())]
            : [new($"Sort the {name}", sorted, weights)];
    }

    private static EquatableArray<double> Replaced(EquatableArray<double> numbers, int index, double value) =>
        numbers.Select((number, position) => position == index ? value : number).ToEquatableArray();

    private static EquatableArray<double> Without(EquatableArray<double> numbers, int index) =>
        numbers.Where((_, position) => position != index).ToEquatableArray();

    private static PriorViolation Count(string name, int given, string domain) => new(ViolationKind.Count, name, given, double.NaN, domain, []);

    private static PriorViolation Entry(string name, int index, double value, string domain, EquatableArray<PriorRepair> repairs) =>
        new(ViolationKind.Domain, $"{name}[{Numerals.Format(index)}]", index, value, domain, repairs);
}
