namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>Keeps texts of a drawing apart: each is put at the first of its places that no other text has taken.</summary>
/// <param name="area">Where texts may stand.</param>
internal sealed class LabelRoom(Box area)
{
    private readonly List<Box> _taken = [];

    /// <summary>Takes the first free place, if possible one that no line crosses; null if there is none.</summary>
    /// <param name="places">The places, the best first.</param>
    /// <param name="lines">Points of lines that a text had better not hide.</param>
    public Box? Take(IReadOnlyList<Box> places, IReadOnlyList<Point>? lines = null) =>
        Free(places.Where(place => lines is null || !lines.Any(point => place.Left <= point.X && point.X <= place.Right && place.Top <= point.Y && point.Y <= place.Bottom))) ?? Free(places);

    private Box? Free(IEnumerable<Box> places)
    {
        foreach (var place in places)
        {
            if (place.Left >= area.Left - 0.5 && place.Right <= area.Right + 0.5 && place.Top >= area.Top - 0.5 && place.Bottom <= area.Bottom + 0.5 && !_taken.Exists(place.Meets))
            {
                _taken.Add(place);
                return place;
            }
        }

        return null;
    }
}
