using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>Where a guarantee is claimed.</summary>
internal static class ClaimPlaces
{
    /// <summary>The element of <c>[Guarantees(…)]</c> that names the guarantee, else the attribute, else the type.</summary>
    public static Place Of(Declaration declaration, Guarantee claim)
    {
        for (var index = 0; index < declaration.Attributes.Count; index++)
        {
            if (declaration.Attributes[index] is { Name: "Guarantees", Arguments: [Argument.List { Items: { } items }] })
            {
                for (var element = 0; element < items.Count; element++)
                {
                    if (items[element] is Argument.Number { Value: var member } && member == (int)claim)
                    {
                        return new Place.Argument(index, 0, element);
                    }
                }

                return new Place.Attribute(index);
            }
        }

        return new Place.Type();
    }
}
