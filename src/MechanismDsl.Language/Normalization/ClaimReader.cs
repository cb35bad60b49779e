using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>The promised guarantees, each once, in the order of the enum: two declarations that promise the same are equal.</summary>
internal static class ClaimReader
{
    private static readonly int Members = Enum.GetValues(typeof(Guarantee)).Length;

    public static EquatableArray<Guarantee> Read(Draft draft)
    {
        SortedSet<Guarantee> claims = [];
        foreach (var use in draft.All("Guarantees"))
        {
            var numbers = use.Numbers(0);
            if (numbers.Count == 0)
            {
                draft.Report(Rule.WithoutEffect, use.Place, "Guarantees", "it promises nothing");
            }

            for (var element = 0; element < numbers.Count; element++)
            {
                if (numbers[element] >= 0 && numbers[element] < Members)
                {
                    claims.Add((Guarantee)(int)numbers[element]);
                }
                else
                {
                    draft.Report(Rule.NumberOutsideDomain, use.At(0, element), "the guarantee", Words.Of(numbers[element]), "a member of Guarantee");
                }
            }
        }

        return claims.ToEquatableArray();
    }

    /// <summary>Where the declaration promises a guarantee.</summary>
    public static Place PlaceOf(Declaration declaration, Guarantee guarantee)
    {
        foreach (var use in declaration.Attributes.Select((attribute, index) => new Use(index, attribute)).Where(use => use.Name == "Guarantees"))
        {
            var numbers = use.Numbers(0);
            for (var element = 0; element < numbers.Count; element++)
            {
                if (numbers[element] == (int)guarantee)
                {
                    return use.At(0, element);
                }
            }
        }

        return new Place.Type();
    }
}
