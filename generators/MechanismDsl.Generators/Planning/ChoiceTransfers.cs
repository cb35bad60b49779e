using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Planning;

/// <summary>Payments that are made of tables of all types.</summary>
internal abstract record ChoiceTransfers
{
    private ChoiceTransfers() { }

    /// <summary>Every agent pays by its own type, and the others receive that.</summary>
    /// <param name="IsCyclic">Whether the agent before it receives it, otherwise all alike.</param>
    /// <param name="Tables">For each agent the amounts of its types, as literals.</param>
    /// <param name="Shares">For each outcome what every agent bears of its cost, as literals; no rows where nothing costs anything.</param>
    internal sealed record Balanced(bool IsCyclic, EquatableArray<EquatableArray<string>> Tables, EquatableArray<EquatableArray<string>> Shares) : ChoiceTransfers;

    /// <summary>Every agent pays a term of the others' types, less what the others have of the chosen outcome.</summary>
    /// <param name="Rows">For each agent its terms, one a profile of the others with the last one's type running fastest; one entry where it is a constant.</param>
    internal sealed record Terms(EquatableArray<EquatableArray<string>> Rows) : ChoiceTransfers
    {
        /// <summary>Whether no term depends on anything.</summary>
        public bool AreConstant => Rows.All(row => row.Count == 1);
    }

    /// <summary>The payments of a solution; null where they follow from values.</summary>
    public static ChoiceTransfers? Of(DerivedPayments? derived, Currency money)
    {
        EquatableArray<EquatableArray<string>> Literals(EquatableArray<EquatableArray<Fraction>> rows) => rows.Select(row => row.Select(money.ExactLiteral).ToEquatableArray()).ToEquatableArray();

        return derived switch
        {
            DerivedPayments.Balanced balanced => new Balanced(balanced.Emitted.Redistribution == Redistribution.Cyclic, Literals(balanced.Emitted.Tables), Literals(balanced.Shares)),
            DerivedPayments.Terms terms => new Terms(Literals(terms.Rows)),
            _ => null,
        };
    }
}
