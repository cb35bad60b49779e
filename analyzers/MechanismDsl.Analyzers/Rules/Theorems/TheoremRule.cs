using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>A rule about a solved mechanism: what to say about it, or null.</summary>
/// <param name="declaration">The declaration, for the place.</param>
/// <param name="auction">Its solution.</param>
/// <param name="solve">Solves variants to compare with.</param>
internal delegate Finding? TheoremRule(Declaration declaration, SolvedAuction auction, Solve solve);

/// <summary>Places of theorem findings.</summary>
internal static class TheoremPlaces
{
    /// <summary>The first attribute with one of these names, or the type where a declaration has none.</summary>
    public static Place At(this Declaration declaration, params string[] names)
    {
        for (var index = 0; index < declaration.Attributes.Count; index++)
        {
            if (names.Contains(declaration.Attributes[index].Name))
            {
                return new Place.Attribute(index);
            }
        }

        return new Place.Type();
    }
}
