using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Normalization;

/// <summary>From one attribute to a prior: families (MECH4001, MECH4002, MECH4003), histograms and discrete tables; own priors and files have readers of their own.</summary>
internal static class PriorReader
{
    /// <summary>The prior, or null after a finding.</summary>
    public static (Prior? Prior, BidSample? Data) Read(Draft draft, Use use) => use.Name switch
    {
        "HistogramPrior" => (Table(draft, use, PriorCatalogue.Histogram(use.Numbers(0), use.Numbers(1)), "at least 2 edges, and one mass for each interval between them", "edges", "masses"), null),
        "DiscretePrior" => (Table(draft, use, PriorCatalogue.Discrete(use.Numbers(0), use.Numbers(1)), "at least 1 value, and one weight for each", "values", "weights"), null),
        "PriorFromFile" => FilePriorReader.Read(draft, use),
        _ => (Family(draft, use), null),
    };

    private static Prior? Family(Draft draft, Use use)
    {
        // Agent<T>(name, …) and Supplier<T>(name, …) have their name first, Seller<T> and Buyer<T> where they have one.
        var parameter = use.Name is "Agent" or "Supplier" || (use.Name is "Seller" or "Buyer" && use.Text(0) is not null) ? 1 : 0;
        var numbers = use.Numbers(parameter);
        if (use.Attribute.TypeArgument is not { } type)
        {
            draft.Report(Rule.PriorNotUnderstood, use.Place, use.Name, "it names no distribution");
            return null;
        }

        if (type.OwnPrior is { } own)
        {
            return OwnPriorCheck.Read(draft, use, type, own, numbers);
        }

        if (type.FullName != LanguageAttributes.Namespace + "." + type.Name || PriorCatalogue.Find(type.Name) is not { } family)
        {
            draft.Report(Rule.PriorNotUnderstood, use.Place, type.Name, "it is not a record that implements IPrior");
            return null;
        }

        var reading = PriorCatalogue.Create(type.Name, numbers);
        foreach (var violation in reading.Violations)
        {
            if (violation.Kind == ViolationKind.Domain)
            {
                draft.Report(
                    Rule.PriorParameterDomain,
                    use.At(parameter, violation.Index),
                    [type.Name, violation.Parameter, Words.Of(violation.Value), violation.Domain],
                    Swap(numbers, violation));
            }
            else
            {
                var most = family.Parameters.Count;
                var takes = family.Required == most ? Words.Parameters(most) : FormattableString.Invariant($"{family.Required} to {Words.Parameters(most)}");
                draft.Report(Rule.PriorParameterCount, use.Place, family.Signature, takes, Given(numbers.Count));
            }
        }

        return reading.Prior;
    }

    private static Prior? Table(Draft draft, Use use, PriorReading reading, string takes, string first, string second)
    {
        foreach (var violation in reading.Violations)
        {
            if (violation.Kind == ViolationKind.Domain)
            {
                var place = use.At(violation.Parameter.StartsWith(first, StringComparison.Ordinal) ? 0 : 1, violation.Index);
                draft.Report(Rule.PriorParameterDomain, place, use.Name, violation.Parameter, Words.Of(violation.Value), violation.Domain);
            }
            else
            {
                var given = FormattableString.Invariant($"{use.Numbers(0).Count} {first} and {use.Numbers(1).Count} {second} are");
                draft.Report(Rule.PriorParameterCount, use.Place, use.Name, takes, given);
            }
        }

        return reading.Prior;
    }

    public static string Given(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "is" : "are")}");

    /// <summary>Two numbers in the wrong order: their positions, if the likeliest repair is to exchange them.</summary>
    private static FixProperty[] Swap(EquatableArray<double> numbers, PriorViolation violation)
    {
        foreach (var repair in violation.Repairs)
        {
            var changed = Enumerable.Range(0, Math.Min(numbers.Count, repair.Parameters.Count)).Where(index => !numbers[index].Equals(repair.Parameters[index])).ToArray();
            if (changed is [var one, var other] && numbers[one].Equals(repair.Parameters[other]) && numbers[other].Equals(repair.Parameters[one]))
            {
                return [new FixProperty(FixData.Swap, FormattableString.Invariant($"{one},{other}"))];
            }
        }

        return [];
    }
}
