using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>Divisions of whole numbers that lost digits: MECH0014. A declaration, like the strategy in it, is full of real numbers, so that is never meant.</summary>
internal static class DivisionCheck
{
    public static void Run(Draft draft)
    {
        foreach (var use in draft.Uses)
        {
            for (var parameter = 0; parameter < use.Attribute.Arguments.Count; parameter++)
            {
                Check(draft, use.Attribute.Arguments[parameter], element => use.At(parameter, element));
            }

            foreach (var property in use.Attribute.Properties)
            {
                Check(draft, property.Value, _ => use.At(property.Name));
            }
        }

        foreach (var method in draft.Declaration.Methods)
        {
            if (method.Division is { } division)
            {
                Report(draft, division, new Place.Division(method.Name, division.Source));
            }
        }
    }

    private static void Check(Draft draft, Argument argument, Func<int, Place> at)
    {
        switch (argument)
        {
            case Argument.Number { IsIntegerDivision: true } number:
                Report(draft, number, at(0));
                break;
            case Argument.List { Items: { } items }:
                for (var element = 0; element < items.Count; element++)
                {
                    if (items[element] is Argument.Number { IsIntegerDivision: true } number)
                    {
                        Report(draft, number, at(element));
                    }
                }

                break;
        }
    }

    private static void Report(Draft draft, Argument.Number number, Place place) =>
        Report(draft, number.Division ?? new LostDivision("the quotient", Words.Of(number.Value), "one of the two numbers with a decimal point"), place);

    private static void Report(Draft draft, LostDivision division, Place place) =>
        draft.Report(Rule.IntegerDivision, place, division.Source, division.Quotient, division.Repair);
}
