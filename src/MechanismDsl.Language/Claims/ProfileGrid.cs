using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Claims;

/// <summary>Small profiles in which a broken guarantee shows, two agents before one before three.</summary>
internal static class ProfileGrid
{
    private const int MostAgents = 3;

    /// <summary>So many reports a profile holds at most; a mechanism for more agents is not searched.</summary>
    private const int LargestProfile = 64;

    /// <summary>The profiles, most telling first: those without ties before those with.</summary>
    public static IEnumerable<Profile> Of(SolvedAuction auction, TypeGrid grid)
    {
        foreach (var size in Sizes(auction.Problem.Population).Where(size => size is > 0 and <= LargestProfile))
        {
            // Agents beyond the third report their least telling type.
            List<EquatableArray<double>> choices = [.. Enumerable.Range(0, size).Select(agent =>
            {
                var types = grid.Types[grid.Types.Count == 1 ? 0 : agent];
                return agent < MostAgents ? types : types.Skip(types.Count - 1).ToEquatableArray();
            })];
            List<Profile> profiles = [.. Combinations(choices).Select(reports => new Profile(reports, grid.RunTimeReserve))];
            foreach (var profile in profiles.Where(profile => !profile.HasTies).Concat(profiles.Where(profile => profile.HasTies)))
            {
                yield return profile;
            }
        }
    }

    private static IEnumerable<int> Sizes(Population population)
    {
        switch (population)
        {
            case Population.Named named:
                return [named.Agents.Count];
            case Population.Alike alike:
                List<int> sizes = [.. new[] { 2, 1, 3 }.Where(size => size >= alike.Min && size <= (alike.Max ?? int.MaxValue))];
                return sizes.Count > 0 ? sizes : [alike.Min];
            default:
                return [];
        }
    }

    private static IEnumerable<EquatableArray<double>> Combinations(List<EquatableArray<double>> choices) =>
        choices.Aggregate<EquatableArray<double>, IEnumerable<EquatableArray<double>>>(
            [[]],
            (starts, types) => starts.SelectMany(start => types.Select(type => start.Append(type).ToEquatableArray())));
}
